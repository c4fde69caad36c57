"""Bedrock's ConverseStream: blocks are filled and closed between the message's start and stop.

Blocks of text come without a start of their own.
https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
"""

from collections.abc import Iterator, Sequence

from cassette_cli.checks.event_orders.order import EventOrder, Fault
from cassette_cli.dialects.json_fields import at, integer_at
from cassette_cli.streams.event import Event


def faults(events: Sequence[Event]) -> Iterator[Fault]:
    started: set[int] = set()
    open_blocks: set[int] = set()
    closed: set[int] = set()
    begun = ended = False
    for position, event in enumerate(events):
        kind = event.name or ""
        block = integer_at(event.value, "contentBlockIndex")
        if kind.startswith("contentBlock"):
            if ended:
                yield Fault(position, f"{kind} after messageStop")
            elif not begun:
                yield Fault(position, f"{kind} before messageStart")
        match kind:
            case "messageStart":
                begun = True
            case "messageStop":
                ended = True
            case "contentBlockStart" if block is not None:
                started.add(block)
                open_blocks.add(block)
            case "contentBlockDelta" if block is not None:
                if block in closed:
                    yield Fault(position, f"a delta of block {block}, which was stopped")
                elif block not in started and at(event.value, "delta", "toolUse") is not None:
                    yield Fault(position, f"a delta of tool call {block}, which was not started")
                open_blocks.add(block)
            case "contentBlockStop" if block is not None:
                if block not in open_blocks:
                    yield Fault(position, f"block {block} stops, which is not open")
                open_blocks.discard(block)
                closed.add(block)


ORDER = EventOrder(("bedrock-converse",), faults)
