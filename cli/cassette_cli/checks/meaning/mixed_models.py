"""All calls of a recording ask the same model of the same API.

A recording that was made anew in part asks one model in some turns and its successor in others.
Tests that compare models do so on purpose.

Reported: a call of `gpt-4o` after one of `gpt-4`.

Passes: calls of `gpt-4o` alone.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import body_spot
from cassette_cli.finding import Severity


def run(recording: Recording) -> Iterator[Problem]:
    models: dict[tuple[str, str], str] = {}
    for call in recording.calls:
        model = call.conversation.prompt.model
        key = (call.dialect.name, call.exchange.host)
        if model is None or models.setdefault(key, model) == model:
            continue
        yield Problem(
            f"asks {model!r}, an earlier call {models[key]!r}",
            body_spot(recording.document, call.exchange, "request"),
        )
        models[key] = model


CHECK = Check("mixed-models", Severity.INFO, "All calls ask the same model", run)
