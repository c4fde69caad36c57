"""Bodies as a client gets them, or decoded: what a target can hold of them, and headers that agree.

Recorders store bodies as text, as bytes, or as data; some decode them first and leave the headers.
Here a body is text where it is UTF-8, and bytes otherwise.
"""

import json
from dataclasses import replace
from typing import TypeVar

from cassette_cli.json_values import Json, write_json
from cassette_cli.layers.peel import take_off_codings
from cassette_cli.model import (
    Body,
    Header,
    Interaction,
    Request,
    Response,
    Structured,
    header_value,
    header_values,
)

_Message = TypeVar("_Message", Request, Response)
_CODING, _LENGTH = "content-encoding", "content-length"


def playable(interaction: Interaction) -> Interaction:
    """The interaction as a recorder has to play it: coded bodies coded, the headers true.

    A Content-Encoding that the stored body does not have would make a client decode it once more.
    """
    return _with_messages(
        interaction, _playable(interaction.request), _playable(interaction.response)
    )


def decoded(interaction: Interaction) -> Interaction:
    """The interaction with its content codings off, and the headers as they were sent."""
    return _with_messages(
        interaction, _decoded(interaction.request), _decoded(interaction.response)
    )


def text_or_bytes(data: bytes) -> str | bytes:
    """Text where it is UTF-8; a NUL does not stand in text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    return data if "\0" in text else text


def bytes_of_body(body: Body | None, headers: tuple[Header, ...] = ()) -> bytes:
    """What a body consists of; nothing where there is none.

    Data is spelled so that the length agrees with the headers; else without blanks.
    """
    match body.content if body else None:
        case None:
            return b""
        case bytes(data):
            return data
        case str(text):
            return text.encode("utf-8", "surrogatepass")
        case Structured(value):
            spellings = [
                text.encode("utf-8", "surrogatepass")
                for text in (_compact_json(value), write_json(value))
            ]
            length = header_value(headers, _LENGTH)
            return next((data for data in spellings if str(len(data)) == length), spellings[0])


def _compact_json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _with_messages(interaction: Interaction, request: Request, response: Response) -> Interaction:
    return replace(interaction, request=request, response=response)


def _playable(message: _Message) -> _Message:
    data = bytes_of_body(message.body, message.headers)
    headers = message.headers
    if data and header_values(headers, _CODING) and not _is_coded(data, headers):
        headers = tuple(header for header in headers if header.name.lower() != _CODING)
        headers = _with_length(headers, len(data))
    elif message.body and isinstance(message.body.content, Structured):
        headers = _with_length(headers, len(data))
    return replace(message, headers=headers, body=_body(data))


def _is_coded(data: bytes, headers: tuple[Header, ...]) -> bool:
    _, layers, notes = take_off_codings(data, headers)
    # What is cut off or too large is coded all the same.
    return bool(layers or notes)


def _decoded(message: _Message) -> _Message:
    data, _, _ = take_off_codings(bytes_of_body(message.body, message.headers), message.headers)
    return replace(message, body=_body(data))


def _body(data: bytes) -> Body | None:
    return Body(text_or_bytes(data)) if data else None


def _with_length(headers: tuple[Header, ...], length: int) -> tuple[Header, ...]:
    return tuple(
        replace(header, value=str(length)) if header.name.lower() == _LENGTH else header
        for header in headers
    )
