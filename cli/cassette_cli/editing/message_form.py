"""A request or response as an HTTP message to edit: start line, headers, the decoded body."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cassette_cli.editing.body_form import read_body, write_body
from cassette_cli.editing.set_header_values import SetHeaderValues
from cassette_cli.editing.start_line import SetMethod, SetReason, SetStatusCode, SetUrl
from cassette_cli.errors import EditError
from cassette_cli.model import Header, Request, Response
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.rewriting.step import Step

# A pseudo-header of HTTP/2 begins with a colon.
_HEADER = re.compile(r"(:?[^:\n]+):(?: (.*))?", re.DOTALL)
_STATUS = re.compile(r"HTTP (\d+)(?: (.*))?")
_CONTINUED = "\n "


class _Message(NamedTuple):
    start: str
    headers: tuple[tuple[str, str], ...]
    body: str | None


def write_message(message: HttpMessage) -> str:
    """The message as a text; without its body where that is no text."""
    body = f"\n{write_body(message)}" if _has_text(message) else ""
    return f"{_start_line(message)}\n{''.join(_written(message.headers))}{body}"


def read_message(message: HttpMessage, text: str) -> Iterator[Step]:
    """The steps that make the message say what the edited text says.

    Raises EditError where the text is no such message, or changes what cannot be changed.
    """
    old = _read(write_message(message))
    new = _read(text)
    if new.body != old.body:
        if old.body is None:
            raise EditError(f"the {message.side} has no body that could be edited as text")
        yield read_body(message, new.body or "")
    if new.start != old.start:
        read_start = _request_steps if message.side == "request" else _status_steps
        yield from read_start(old.start, new.start)
    yield from _header_steps(message.side, old.headers, new.headers)


def _start_line(message: HttpMessage) -> str:
    """The start line of https://www.rfc-editor.org/rfc/rfc9112#section-2, without a version."""
    match message.recorded:
        case Request(method, url):
            return f"{method} {url}"
        case Response(status_code, reason):
            return f"HTTP {status_code or 0:03} {reason or ''}".rstrip()


def _written(headers: Iterable[Header]) -> Iterator[str]:
    for header in headers:
        value = header.value.replace("\n", _CONTINUED)
        yield f"{header.name}: {value}\n"


def _has_text(message: HttpMessage) -> bool:
    return message.recorded.body is not None and isinstance(message.payload.content, str)


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
        raise EditError(f"`{line}` is not a header: a name, a colon, a value")
    return found[1], found[2] or ""


def _request_steps(old: str, new: str) -> Iterator[Step]:
    old_method, _, old_url = old.partition(" ")
    method, _, url = new.partition(" ")
    if not method or not url:
        raise EditError(f"`{new}` is not a request line: a method, a space, a URL")
    if method != old_method:
        yield SetMethod(method)
    if url != old_url:
        yield SetUrl(url)


def _status_steps(old: str, new: str) -> Iterator[Step]:
    before, after = _STATUS.fullmatch(old), _STATUS.fullmatch(new.rstrip())
    if before is None or after is None:
        raise EditError(f"`{new}` is not a status line, such as `HTTP 200 OK`")
    if after[1] != before[1]:
        yield SetStatusCode(int(after[1]))
    if after[2] != before[2]:
        yield SetReason(after[2] or "")


def _header_steps(
    side: str, old: tuple[tuple[str, str], ...], new: tuple[tuple[str, str], ...]
) -> Iterator[Step]:
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
            yield SetHeaderValues(side, name, tuple(value for _, value in after))
