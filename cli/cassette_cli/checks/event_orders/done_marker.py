"""Chunks of OpenAI's chat and completions: nothing comes after `[DONE]`.

https://platform.openai.com/docs/api-reference/chat-streaming
"""

from collections.abc import Iterator, Sequence

from cassette_cli.checks.event_orders.order import EventOrder, Fault
from cassette_cli.finding import Severity
from cassette_cli.streams.event import Event

_DONE = "[DONE]"


def faults(events: Sequence[Event]) -> Iterator[Fault]:
    done = False
    for position, event in enumerate(events):
        if done:
            yield Fault(position, "an event after [DONE]", Severity.INFO)
        done = done or event.data.strip() == _DONE


ORDER = EventOrder(("openai-chat", "openai-completions"), faults)
