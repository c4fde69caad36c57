"""All calls of a recording ask the same model of the same API.

A recording that was made anew in part asks one model in some turns and its successor in others.
Tests that compare models do so on purpose.

Reported: a call of `gpt-4o` after one of `gpt-4`.

Passes: calls of `gpt-4o` alone.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.finding import Severity


def run(context: Context) -> Iterator[Problem]:
    models: dict[tuple[str, str], str] = {}
    for reading, conversation in context.calls:
        model = conversation.prompt.model
        key = (conversation.dialect, reading.exchange.host)
        if model is None or models.setdefault(key, model) == model:
            continue
        yield Problem(
            f"asks {model!r}, an earlier call {models[key]!r}",
            body_location(context.document, reading, "request"),
        )
        models[key] = model


CHECK = Check("mixed-models", Severity.INFO, "All calls ask the same model", run)
