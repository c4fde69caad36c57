"""HTTP Archive 1.2: http://www.softwareishard.com/blog/har-12-spec/."""

import json
from base64 import b64encode
from urllib.parse import parse_qsl

from cassette_cli.converting.bodies import bytes_of_body
from cassette_cli.converting.target import Interactions, Target
from cassette_cli.converting.times import time_of
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction, Request, Response, header_value
from cassette_cli.version import __version__

_PROTOCOL = "HTTP/1.1"
_UNKNOWN_TYPE = "application/octet-stream"
_UNKNOWN_SIZE = -1


def write(interactions: Interactions) -> str:
    """JSON, indented by two columns. Cookies stand in the headers alone."""
    log: Json = {
        "version": "1.2",
        "creator": {"name": "cassette", "version": __version__},
        "entries": [_entry(one) for one in interactions],
    }
    return json.dumps({"log": log}, indent=2, ensure_ascii=False) + "\n"


def _entry(interaction: Interaction) -> Json:
    time = interaction.duration_ms or 0
    return {
        "startedDateTime": time_of(interaction).isoformat(timespec="milliseconds"),
        "time": time,
        "request": _request(interaction.request),
        "response": _response(interaction.response),
        "cache": {},
        "timings": {"send": 0, "wait": time, "receive": 0},
    }


def _request(request: Request) -> Json:
    query = request.url.partition("#")[0].partition("?")[2]
    entry: dict[str, Json] = {
        "method": request.method,
        "url": request.url,
        "httpVersion": _PROTOCOL,
        "cookies": [],
        "headers": _pairs(request.headers),
        "queryString": [
            {"name": name, "value": value}
            for name, value in parse_qsl(query, keep_blank_values=True)
        ],
        "headersSize": _UNKNOWN_SIZE,
        "bodySize": len(bytes_of_body(request.body)),
    }
    if request.body:
        entry["postData"] = {"mimeType": _media_type(request.headers), **_text(request.body)}
    return entry


def _response(response: Response) -> Json:
    size = len(bytes_of_body(response.body))
    return {
        "status": response.status_code or 0,
        "statusText": response.reason or "",
        "httpVersion": _PROTOCOL,
        "cookies": [],
        "headers": _pairs(response.headers),
        "content": {
            "size": size,
            "mimeType": _media_type(response.headers),
            **(_text(response.body) if response.body else {}),
        },
        "redirectURL": header_value(response.headers, "location") or "",
        "headersSize": _UNKNOWN_SIZE,
        "bodySize": size,
    }


def _text(body: Body) -> dict[str, Json]:
    if isinstance(body.content, bytes):
        return {"text": b64encode(body.content).decode("ascii"), "encoding": "base64"}
    return {"text": body.content if isinstance(body.content, str) else ""}


def _media_type(headers: tuple[Header, ...]) -> str:
    return header_value(headers, "content-type") or _UNKNOWN_TYPE


def _pairs(headers: tuple[Header, ...]) -> Json:
    return [{"name": header.name, "value": header.value} for header in headers]


TARGET = Target("har", ".har", write, lacks=(), decodes=True, needs_status=False)
