"""Requests written as JSON: as `cassette show` prints them, and as HAR 1.2 does."""

import base64
import binascii
from collections.abc import Iterator

from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.misses.sent import Sent
from cassette_cli.model import Body, Header, Request


def read_json_requests(text: str) -> tuple[Sent, ...]:
    """The requests in a JSON text, or in lines of JSON; none where it is no request."""
    value = read_json(text)
    if value is not None:
        return tuple(_requests(value))
    values = [read_json(line) for line in text.splitlines() if line.strip()]
    sent = [tuple(_requests(value)) for value in values]
    return tuple(one for found in sent for one in found) if all(sent) else ()


def read_headers(value: Json) -> tuple[Header, ...]:
    """Header fields as pairs, as objects with name and value, or as one object."""
    match value:
        case dict():
            return tuple(
                Header(name, str(one))
                for name, values in value.items()
                for one in (values if isinstance(values, list) else [values])
            )
        case list():
            return tuple(_headers(value))
    return ()


def _headers(items: list[Json]) -> Iterator[Header]:
    for item in items:
        match item:
            case [str(name), str(value)] | {"name": str(name), "value": str(value)}:
                yield Header(name, value)


def _requests(value: Json) -> Iterator[Sent]:
    match value:
        case list():
            for item in value:
                yield from _requests(item)
        case {"method": str(method), "url": str(url)} as fields if isinstance(fields, dict):
            yield Sent(Request(method, url, read_headers(fields.get("headers")), _body(fields)))
        case {"request": dict() as request}:
            yield from _requests(request)
        case {"interactions": list() as inner} | {"cassettes": list() as inner}:
            yield from _requests(inner)
        case {"log": {"entries": list() as entries}}:
            yield from _requests(entries)


def _body(request: dict[str, Json]) -> Body | None:
    match request.get("body", request.get("postData")):
        case str(text) | {"text": str(text)} as body:
            in_base64 = isinstance(body, dict) and body.get("encoding") == "base64"
            return Body(_decoded(text) if in_base64 else text)
        case {"base64": str(text)}:
            return Body(_decoded(text))
        case {"media_type": _} | {"mimeType": _} | None:
            return None
        case data:
            return Body(write_json(data))


def _decoded(text: str) -> str | bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return text
