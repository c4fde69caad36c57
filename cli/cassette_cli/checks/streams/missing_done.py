"""A stream of OpenAI's chat ends in `[DONE]`.

Some hosts that copy the API leave it out, and most clients do without it; it is also what is lost
first when the end of a stream is edited.

Reported:

    data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}

Passes: the same with `data: [DONE]` after it.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import event_spot
from cassette_cli.finding import Severity

_DIALECTS = frozenset(("openai-chat", "openai-completions"))
_DONE = "[DONE]"


def run(recording: Recording) -> Iterator[Problem]:
    for call in recording.calls:
        events = call.exchange.response.events
        if call.dialect.name not in _DIALECTS or not call.conversation.streamed:
            continue
        if call.conversation.complete and all(
            event.data.strip() != _DONE for event in reversed(events)
        ):
            spot = event_spot(recording.document, call.exchange, len(events) - 1)
            yield Problem("the stream ends without [DONE]", spot)


CHECK = Check("missing-done", Severity.INFO, "Chat streams end in [DONE]", run)
