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
from cassette_cli.checks.context import Context
from cassette_cli.checks.event_orders.order import event_orders
from cassette_cli.checks.location import event_location
from cassette_cli.finding import Severity

# A stream whose events were shuffled breaks every rule; the first few tell it.
_MOST_PROBLEMS = 3


def run(context: Context) -> Iterator[Problem]:
    for reading, conversation in context.calls:
        order = event_orders().get(conversation.dialect)
        if order is None or not conversation.streamed:
            continue
        events = [event for event in reading.response.events if event.dispatched]
        for fault in [*order.faults(events)][:_MOST_PROBLEMS]:
            location = event_location(context.document, reading, fault.event)
            yield Problem(fault.message, location, fault.severity)


CHECK = Check("event-order", Severity.ERROR, "Events come in their order", run)
