"""Anthropic's messages: blocks are opened, filled and closed one after the other.

Bedrock's InvokeModel streams them too, beside those of other vendors.
https://platform.claude.com/docs/en/build-with-claude/streaming
"""

from collections.abc import Iterator, Sequence

from cassette_cli.checks.event_orders.order import EventOrder, Fault
from cassette_cli.dialects.json_fields import integer_at, string_at
from cassette_cli.finding import Severity
from cassette_cli.streams.event import Event

_BLOCK_EVENTS = frozenset(("content_block_start", "content_block_delta", "content_block_stop"))
_ANYWHERE = frozenset(("ping", "error"))


def faults(events: Sequence[Event]) -> Iterator[Fault]:
    started: set[int] = set()
    open_blocks: dict[int, int] = {}
    begun = ended = False
    if all(string_at(event.value, "type") not in _BLOCK_EVENTS for event in events):
        return
    for position, event in enumerate(events):
        kind = string_at(event.value, "type")
        index = integer_at(event.value, "index")
        if kind is None or kind in _ANYWHERE:
            continue
        if ended:
            yield Fault(position, f"{kind} after message_stop", Severity.INFO)
        elif not begun and kind != "message_start":
            yield Fault(position, f"{kind} before message_start")
        elif begun and kind == "message_start":
            yield Fault(position, "a second message_start")
        begun = True
        match kind:
            case "content_block_start" if index is not None:
                if index in started:
                    yield Fault(position, f"block {index} starts a second time")
                elif index != len(started):
                    yield Fault(position, f"block {index} starts where {len(started)} is next")
                started.add(index)
                open_blocks[index] = position
            case "content_block_delta" if index not in open_blocks:
                yield Fault(position, f"a delta of block {index}, which is not open")
            case "content_block_stop":
                if index is None or open_blocks.pop(index, None) is None:
                    yield Fault(position, f"block {index} stops, which is not open")
            case "message_stop":
                ended = True
                for block, start in open_blocks.items():
                    yield Fault(start, f"block {block} is never stopped", Severity.INFO)


ORDER = EventOrder(("anthropic-messages", "bedrock-invoke"), faults)
