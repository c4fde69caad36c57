"""go-vcr, version 2 of its file format, as module v4 writes it: https://pkg.go.dev/gopkg.in/dnaeon/go-vcr.v4.

Go's client has names of headers in one spelling, and finds them in no other.
"""

from urllib.parse import parse_qs

from cassette_cli.converting.bodies import bytes_of_body
from cassette_cli.converting.grouped import grouped
from cassette_cli.converting.lack import TIMES
from cassette_cli.converting.target import Interactions, Target
from cassette_cli.converting.urls import parts_of
from cassette_cli.document import GO_YAML, YamlValue, write_yaml
from cassette_cli.layers.peel import media_type
from cassette_cli.model import Body, Header, Interaction, Request, Response

_PROTOCOL: dict[str, YamlValue] = {"proto": "HTTP/1.1", "proto_major": 1, "proto_minor": 1}
_FORM = "application/x-www-form-urlencoded"
_METHODS_WITH_FORMS = ("POST", "PUT", "PATCH")
_UNITS = (("h", 3_600_000_000_000), ("m", 60_000_000_000))
_SECOND, _MILLISECOND, _MICROSECOND = 1_000_000_000, 1_000_000, 1_000


def write(interactions: Interactions) -> str:
    """YAML as go-yaml writes it; ids are positions."""
    entries: list[YamlValue] = [
        {"id": position, "request": _request(one.request), "response": _response(one)}
        for position, one in enumerate(interactions)
    ]
    return write_yaml({"version": 2, "interactions": entries}, GO_YAML)


def duration_text(milliseconds: float) -> str:
    """A duration as Go prints it: `1m2.5s`, `365.1ms`."""
    nanoseconds = round(milliseconds * _MILLISECOND)
    if nanoseconds < _SECOND:
        for unit, size in (("ms", _MILLISECOND), ("µs", _MICROSECOND), ("ns", 1)):
            if nanoseconds >= size:
                return _decimal(nanoseconds, size) + unit
        return "0s"
    text = ""
    for unit, size in _UNITS:
        count, nanoseconds = divmod(nanoseconds, size)
        if count or text:
            text += f"{count}{unit}"
    return f"{text}{_decimal(nanoseconds, _SECOND)}s"


def _decimal(count: int, unit: int) -> str:
    whole, rest = divmod(count, unit)
    digits = f"{rest:0{len(str(unit)) - 1}}".rstrip("0") if rest else ""
    return f"{whole}.{digits}" if digits else str(whole)


def _request(request: Request) -> YamlValue:
    body = bytes_of_body(request.body)
    parts = parts_of(request.url)
    form = _form(request, body)
    return {
        **_PROTOCOL,
        "content_length": len(body),
        "host": parts.authority if parts else "",
        **_body(request.body),
        **({"form": form} if form else {}),
        "headers": _headers(request.headers),
        "url": request.url,
        "method": request.method,
    }


def _response(interaction: Interaction) -> YamlValue:
    response: Response = interaction.response
    status = f"{response.status_code} {response.reason or ''}".strip()
    return {
        **_PROTOCOL,
        "content_length": len(bytes_of_body(response.body)),
        **_body(response.body),
        "headers": _headers(response.headers),
        "status": status,
        "code": response.status_code,
        "duration": duration_text(interaction.duration_ms or 0),
    }


def _body(body: Body | None) -> dict[str, YamlValue]:
    """An empty body is left out, as all that is empty."""
    return {"body": body.content} if body and isinstance(body.content, str | bytes) else {}


def _form(request: Request, body: bytes) -> YamlValue:
    if request.method not in _METHODS_WITH_FORMS or media_type(request.headers) != _FORM:
        return None
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: [*values] for name, values in sorted(fields.items())}


def _headers(headers: tuple[Header, ...]) -> YamlValue:
    """Sorted, as Go writes maps, with their names in Go's spelling."""
    spelled = (Header(_canonical(header.name), header.value) for header in headers)
    return {name: [*values] for name, values in sorted(grouped(spelled).items())}


def _canonical(name: str) -> str:
    return "-".join(part.capitalize() for part in name.split("-"))


TARGET = Target("go-vcr", ".yaml", write, lacks=(TIMES,))
