"""A stream that was asked for token counts has them.

`stream_options: {include_usage: true}` makes the last chunk report the usage; it is lost when the
end of a stream is edited.

Reported: a stream without `usage` in answer to that option.

Passes: a stream whose last chunk before `[DONE]` has `usage`.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import event_location
from cassette_cli.dialects.json_fields import at
from cassette_cli.finding import Severity


def run(context: Context) -> Iterator[Problem]:
    for reading, conversation in context.calls:
        asked = at(reading.request.value, "stream_options", "include_usage") is True
        events = reading.response.events
        if asked and events and conversation.complete and conversation.completion.usage is None:
            location = event_location(context.document, reading, len(events) - 1)
            yield Problem("the stream ends without the usage that was asked for", location)


CHECK = Check("missing-usage", Severity.INFO, "Usage that was asked for is there", run)
