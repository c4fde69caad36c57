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
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import event_spot
from cassette_cli.finding import Severity


def run(recording: Recording) -> Iterator[Problem]:
    for call in recording.calls:
        events = call.exchange.response.events
        if call.conversation.streamed and call.conversation.completion.error is not None:
            spot = event_spot(recording.document, call.exchange, len(events) - 1)
            yield Problem("the stream carries an error", spot)


CHECK = Check("stream-error", Severity.INFO, "Streams carry no error", run)
