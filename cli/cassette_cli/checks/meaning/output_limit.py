"""Answers end because they are finished.

An answer that was cut off by the limit of tokens may be what a test is about; often the limit was
only chosen too low.

Reported:

    "finish_reason": "length"

Passes:

    "finish_reason": "stop"
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.checks.stop_reasons import OUT_OF_TOKENS
from cassette_cli.finding import Severity


def run(context: Context) -> Iterator[Problem]:
    for reading, conversation in context.calls:
        for message in conversation.completion.messages:
            if message.finish_reason in OUT_OF_TOKENS:
                yield Problem(
                    f"the answer was cut off: {message.finish_reason}",
                    body_location(context.document, reading, "response"),
                )
                break


CHECK = Check("output-limit", Severity.INFO, "Answers are not cut off by a limit", run)
