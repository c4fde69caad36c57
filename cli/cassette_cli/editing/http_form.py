"""A request or response as an HTTP message to edit: start line, headers, the decoded body."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cassette_cli.editing.body_form import body_intents, write_body
from cassette_cli.editing.head import (
    set_header_values,
    set_method,
    set_reason,
    set_status_code,
    set_url,
)
from cassette_cli.editing.side import Side, request_side, response_side
from cassette_cli.errors import EditError
from cassette_cli.exchange import decode_exchange
from cassette_cli.model import Cassette, Header, Interaction
from cassette_cli.rewriting.operation import Operation, Step

# A pseudo-header of HTTP/2 begins with a colon.
_HEADER = re.compile(r"(:?[^:\n]+):(?: (.*))?", re.DOTALL)
_STATUS = re.compile(r"HTTP (\d+)(?: (.*))?")
_CONTINUED = "\n "


class _Message(NamedTuple):
    start: str
    headers: tuple[tuple[str, str], ...]
    body: str | None


def side_named(interaction: Interaction, side: str) -> Side:
    """The side of an interaction that a part is named after."""
    exchange = decode_exchange(interaction)
    return request_side(exchange) if side == "request" else response_side(exchange)


def write_message(interaction: Interaction, side: str) -> str:
    """The message as a text; without its body where that is no text."""
    half = side_named(interaction, side)
    start = _request_line(interaction) if side == "request" else _status_line(interaction)
    body = f"\n{write_body(half)}" if _has_text(half) else ""
    return f"{start}\n{''.join(_written(half.headers))}{body}"


def message_operations(interaction: Interaction, side: str, text: str) -> Iterator[Operation]:
    """What makes the message say what the edited text says, step by step.

    Raises EditError where the text is no such message, or changes what cannot be changed.
    """
    index = interaction.index
    old = _read(write_message(interaction, side))
    new = _read(text)
    if new.body != old.body:
        if old.body is None:
            raise EditError(f"the {side} has no body that could be edited as text")
        yield set_body(index, side, new.body or "")
    if new.start != old.start:
        read_start = _request_operations if side == "request" else _status_operations
        yield from read_start(index, old.start, new.start)
    yield from _header_operations(index, side, old.headers, new.headers)


def set_body(index: int, side: str, text: str) -> Operation:
    """Make a body say what the edited text of it says."""

    def operation(cassette: Cassette) -> Step:
        return Step(tuple(body_intents(side_named(cassette.interactions[index], side), text)))

    return operation


def _request_line(interaction: Interaction) -> str:
    return f"{interaction.request.method} {interaction.request.url}"


def _status_line(interaction: Interaction) -> str:
    response = interaction.response
    return f"HTTP {response.status_code or 0:03} {response.reason or ''}".rstrip()


def _written(headers: Iterable[Header]) -> Iterator[str]:
    for header in headers:
        value = header.value.replace("\n", _CONTINUED)
        yield f"{header.name}: {value}\n"


def _has_text(side: Side) -> bool:
    return side.body is not None and isinstance(side.payload.content, str)


def _read(text: str) -> _Message:
    head, blank, body = text.partition("\n\n")
    start, *lines = head.removesuffix("\n").split("\n")
    headers: list[str] = []
    for line in lines:
        if line.startswith(" ") and headers:
            headers[-1] += f"\n{line[1:]}"
        else:
            headers.append(line)
    return _Message(start, tuple(map(_read_header, headers)), body if blank else None)


def _read_header(line: str) -> tuple[str, str]:
    found = _HEADER.fullmatch(line)
    if found is None:
        raise EditError(f"`{line}` is no header: a name, a colon, a value")
    return found[1], found[2] or ""


def _request_operations(index: int, old: str, new: str) -> Iterator[Operation]:
    old_method, _, old_url = old.partition(" ")
    method, _, url = new.partition(" ")
    if not method or not url:
        raise EditError(f"`{new}` is no request line: a method, a space, a URL")
    if method != old_method:
        yield set_method(index, method)
    if url != old_url:
        yield set_url(index, url)


def _status_operations(index: int, old: str, new: str) -> Iterator[Operation]:
    before, after = _STATUS.fullmatch(old), _STATUS.fullmatch(new.rstrip())
    if before is None or after is None:
        raise EditError(f"`{new}` is no status line, such as `HTTP 200 OK`")
    if after[1] != before[1]:
        yield set_status_code(index, int(after[1]))
    if after[2] != before[2]:
        yield set_reason(index, after[2] or "")


def _header_operations(
    index: int, side: str, old: tuple[tuple[str, str], ...], new: tuple[tuple[str, str], ...]
) -> Iterator[Operation]:
    names = dict.fromkeys(name.lower() for name, _ in (*old, *new))
    kept = [
        list(dict.fromkeys(name for name, _ in one if name in dict(other)))
        for one, other in ((old, new), (new, old))
    ]
    if kept[0] != kept[1]:
        raise EditError("the headers stand in another order, which cannot be changed")
    for lower in names:
        before = [header for header in old if header[0].lower() == lower]
        after = [header for header in new if header[0].lower() == lower]
        if before and after and after[0][0] not in dict(before):
            raise EditError(f"the header {before[0][0]} keeps its capitals and small letters")
        if before != after:
            name = (before or after)[0][0]
            yield set_header_values(index, side, name, tuple(value for _, value in after))
