"""Proof that a stream with new data in some events says in all else what it said before."""

from collections.abc import Mapping, Sequence

from cassette_cli.errors import EditError
from cassette_cli.streams.event import Event


def check_replaced(
    before: Sequence[Event], after: Sequence[Event], data: Mapping[int, str]
) -> None:
    """Raise EditError unless `after` is `before` with this data in the events of these indexes.

    A framing cannot carry every text: a line break ends a line of NDJSON, and server-sent events
    turn a carriage return into a line feed.
    """
    asked = [(data.get(index, old.data), old.name, old.id) for index, old in enumerate(before)]
    if asked != [(new.data, new.name, new.id) for new in after]:
        raise EditError(
            f"the stream cannot carry the new data of event {', '.join(map(str, sorted(data)))}",
            hint="data of a stream has to be what its framing carries, JSON as a rule",
        )
