"""Events come in the order that their API gives them.

What is filled was opened before, what is opened is closed, numbers count up, and nothing follows
the end. Streams that were edited by hand lose this easily; clients then drop text, fail, or put it
into the wrong block. What servers that copy an API do in their own way, such as events after the
end, is reported as info.

Fails:

    event: content_block_delta
    data: {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hi"}}

    event: content_block_start
    data: {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}

Passes: the same with the start before the delta.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.event_orders.order import event_orders
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import event_spot
from cassette_cli.finding import Severity

# A stream whose events were shuffled breaks every rule; the first few tell it.
_MOST_PROBLEMS = 3


def run(recording: Recording) -> Iterator[Problem]:
    for call in recording.calls:
        order = event_orders().get(call.dialect.name)
        if order is None or not call.conversation.streamed:
            continue
        events = [event for event in call.exchange.response.events if event.dispatched]
        for fault in [*order.faults(events)][:_MOST_PROBLEMS]:
            spot = event_spot(recording.document, call.exchange, fault.event)
            yield Problem(fault.message, spot, fault.severity)


CHECK = Check("event-order", Severity.ERROR, "Events come in their order", run)
