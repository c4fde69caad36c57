"""nock, for Node.js, as `nock.recorder` writes it: https://github.com/nock/nock#recording.

It does not record the headers of requests unless it is told to, since it compares them then.
"""

import json

from cassette_cli.converting.lack import (
    BINARY_REQUEST_BODIES,
    DURATIONS,
    REASONS,
    REQUEST_HEADERS,
    TIMES,
)
from cassette_cli.converting.target import Interactions, Target
from cassette_cli.converting.urls import parts_for
from cassette_cli.json_values import Json, read_json
from cassette_cli.model import Body, Interaction, Response, header_value

_BODILESS = ("GET", "HEAD")


def write(interactions: Interactions) -> str:
    """A list of definitions, indented by two columns."""
    definitions = [_definition(one) for one in interactions]
    return json.dumps(definitions, indent=2, ensure_ascii=False) + "\n"


def _definition(interaction: Interaction) -> Json:
    request, response = interaction.request, interaction.response
    parts = parts_for(request.url, "nock")
    content = response.body.content if response.body else ""
    return {
        "scope": parts.origin_with_port,
        "method": request.method,
        "path": parts.target or "/",
        # Without a body, nock takes any; an empty one is what it records of a GET.
        **({"body": _value(request.body)} if request.body or request.method in _BODILESS else {}),
        "status": response.status_code,
        "response": _response(response),
        "rawHeaders": [text for header in response.headers for text in (header.name, header.value)],
        "responseIsBinary": isinstance(content, bytes) and not _is_encoded(response),
    }


def _response(response: Response) -> Json:
    """Text, data, or hex digits; a list of these where the bytes have a content coding."""
    match response.body:
        case Body(bytes() as data):
            return [data.hex()] if _is_encoded(response) else data.hex()
    return _value(response.body)


def _is_encoded(response: Response) -> bool:
    return header_value(response.headers, "content-encoding") is not None


def _value(body: Body | None) -> Json:
    """An object as data, if it comes back as the very same text; else the text."""
    match body:
        case Body(str() as text):
            value = read_json(text)
            same = isinstance(value, dict) and _spelled(value) == text
            return value if same else text
    return ""


def _spelled(value: Json) -> str:
    """As JSON.stringify spells it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


TARGET = Target(
    "nock",
    ".json",
    write,
    lacks=(REQUEST_HEADERS, BINARY_REQUEST_BODIES, REASONS, DURATIONS, TIMES),
)
