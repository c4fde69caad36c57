"""What folds have in common: an answer that grows with the events of its stream.

What was folded belongs to its fold, and grows in place. What an event says belongs to the event,
and is copied where it may grow.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TypeAlias

from cassette_cli.dialects.dialect import Fold
from cassette_cli.dialects.json_fields import integer_at, string_at
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

Fields: TypeAlias = dict[str, Json]

# What ends the streams of OpenAI and of all who copy them.
_DONE = "[DONE]"
# Fields that tell kinds of items apart: a text goes on in its own kind alone.
_KINDS = ("type", "kind", "thought")


def chunks_of(events: Iterable[Event]) -> Iterator[Fields]:
    """The values of the events that are objects."""
    return (event.value for event in events if isinstance(event.value, dict))


def is_done(event: Event) -> bool:
    """Whether an event is the `[DONE]` that ends a stream."""
    return event.value is None and event.data.strip() == _DONE


def finish(answer: Fields, *, ended: bool) -> Fold:
    """The fold of a stream, complete if it came to the end of its API and reported no error."""
    return Fold(answer, complete=ended and not answer.get("error"))


def lay_over(answer: Fields, chunk: Fields, but: Container[str] = ()) -> None:
    """Put the fields of a chunk, but for these, over those before: what was said last counts.

    A field that is empty says nothing where it is known.
    """
    for name, value in chunk.items():
        if name not in but and (value or name not in answer):
            answer[name] = value


def merge(answer: Fields, delta: Fields, texts: Container[str]) -> Fields:
    """Put a delta into what it goes on with, and give that.

    Texts of these names grow, objects merge, lists go on: an item that has an `index` into that
    with the same, any other behind them. Of anything else the last that is not empty counts.
    """
    for name, value in delta.items():
        if not value and name in answer:
            continue
        if isinstance(value, str) and name in texts:
            add_text(answer, name, value)
        elif isinstance(value, dict):
            before = answer.get(name)
            answer[name] = merge(before if isinstance(before, dict) else {}, value, texts)
        elif isinstance(value, list):
            items = answer.get(name)
            answer[name] = _merge_items(items if isinstance(items, list) else [], value, texts)
        else:
            answer[name] = value
    return answer


def _merge_items(items: list[Json], delta: list[Json], texts: Container[str]) -> list[Json]:
    for piece in delta:
        if not isinstance(piece, dict):
            items.append(piece)
            continue
        index = integer_at(piece, "index")
        for item in items if index is not None else ():
            if isinstance(item, dict) and item.get("index") == index:
                merge(item, piece, texts)
                break
        else:
            items.append(merge({}, piece, texts))
    return items


def add_text(fields: Fields, name: str, piece: str) -> None:
    """Put a piece behind the text of a field, or in its place where it is no text.

    The field lets go of its text meanwhile. A string that has one owner grows where it is, and is
    not copied for each of its pieces: an answer of a megabyte has some two hundred thousand.
    """
    text = fields.get(name)
    fields[name] = ""
    text = text if isinstance(text, str) else ""
    text += piece
    fields[name] = text


def add_item(items: list[Fields], item: Fields) -> None:
    """Put an item behind the others; a text goes on with the text before it, if of its kind."""
    text = string_at(item, "text")
    last = items[-1] if items else {}
    if text is None or not isinstance(last.get("text"), str) or not _alike(last, item):
        items.append(dict(item))
        return
    last.update({name: value for name, value in item.items() if name != "text"})
    add_text(last, "text", text)


def index_of(item: Json, name: str = "index") -> int:
    """The index that an item names; 0 where it names none."""
    return integer_at(item, name) or 0


def in_order(items: Mapping[int, Fields]) -> list[Json]:
    """Items in the order of their indexes."""
    return [items[index] for index in sorted(items)]


def _alike(last: Fields, item: Fields) -> bool:
    return all((last.get(name) or None) == (item.get(name) or None) for name in _KINDS)
