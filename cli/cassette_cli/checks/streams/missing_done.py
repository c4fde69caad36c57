"""A stream of OpenAI's chat ends in `[DONE]`.

Some hosts that copy the API leave it out, and most clients do without it; it is also what is lost
first when the end of a stream is edited.

Reported:

    data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}

Passes: the same with `data: [DONE]` after it.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import event_location
from cassette_cli.finding import Severity

_DIALECTS = frozenset(("openai-chat", "openai-completions"))
_DONE = "[DONE]"


def run(context: Context) -> Iterator[Problem]:
    for reading, conversation in context.calls:
        events = reading.response.events
        if conversation.dialect not in _DIALECTS or not conversation.streamed:
            continue
        if reading.fold_events(events).complete and all(
            event.data.strip() != _DONE for event in reversed(events)
        ):
            location = event_location(context.document, reading, len(events) - 1)
            yield Problem("the stream ends without [DONE]", location)


CHECK = Check("missing-done", Severity.INFO, "Chat streams end in [DONE]", run)
