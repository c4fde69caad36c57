"""A stream that was asked for token counts has them.

`stream_options: {include_usage: true}` makes the last chunk report the usage; it is lost when the
end of a stream is edited.

Reported: a stream without `usage` in answer to that option.

Passes: a stream whose last chunk before `[DONE]` has `usage`.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import event_spot
from cassette_cli.dialects.json_reading import at
from cassette_cli.finding import Severity


def run(recording: Recording) -> Iterator[Problem]:
    for call in recording.calls:
        asked = at(call.exchange.request.value, "stream_options", "include_usage") is True
        conversation, events = call.conversation, call.exchange.response.events
        if asked and events and conversation.complete and conversation.completion.usage is None:
            spot = event_spot(recording.document, call.exchange, len(events) - 1)
            yield Problem("the stream ends without the usage that was asked for", spot)


CHECK = Check("missing-usage", Severity.INFO, "Usage that was asked for is there", run)
