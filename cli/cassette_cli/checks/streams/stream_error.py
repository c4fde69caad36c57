"""No error is reported in the middle of a stream.

The status code of a stream is sent before the answer is known, so an error may come after a 200. A
recording of one is right where a test is about it.

Reported:

    event: error
    data: {"error": {"message": "overloaded"}}

Passes: a stream that ends as its API defines.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import event_location
from cassette_cli.finding import Severity


def run(context: Context) -> Iterator[Problem]:
    for reading, conversation in context.calls:
        events = reading.response.events
        if conversation.streamed and conversation.completion.error is not None:
            location = event_location(context.document, reading, len(events) - 1)
            yield Problem("the stream carries an error", location)


CHECK = Check("stream-error", Severity.INFO, "Streams carry no error", run)
