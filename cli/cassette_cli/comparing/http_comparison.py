"""Compare what stands around the bodies: method, URL, status, headers; and bodies as HTTP."""

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from cassette_cli.comparing.change import Category
from cassette_cli.comparing.difference import Difference, Scope, added, changed, removed
from cassette_cli.comparing.joined_events import joined_events
from cassette_cli.comparing.json_comparison import Comparer
from cassette_cli.comparing.media import describe_bytes
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.exchange import Payload
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.model import Header, Interaction

_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_BOUNDARY = re.compile(r'boundary="?([^";]+)')
_PARAMETER = re.compile(r"\s*;\s*")


def compare_lines(comparer: Comparer, a: Interaction, b: Interaction) -> Iterator[Difference]:
    """Differences of request line and status line."""
    if a.request.method.upper() != b.request.method.upper():
        yield changed(("request", "method"), a.request.method, b.request.method)
    yield from _compare_urls(comparer, a.request.url, b.request.url)
    if a.response.status_code != b.response.status_code:
        yield changed(("response", "status_code"), a.response.status_code, b.response.status_code)
    for name, old, new in (
        ("response.reason", a.response.reason, b.response.reason),
        ("duration_ms", a.duration_ms, b.duration_ms),
        ("recorded_at", a.recorded_at, b.recorded_at),
    ):
        if old != new:
            yield changed(tuple(name.split(".")), old, new, Category.NOISE)


def compare_headers(rules: NoiseRules, a: Interaction, b: Interaction) -> Iterator[Difference]:
    """Differences of header fields, whatever their order and the case of their names."""
    yield from _compare_fields(rules, "request", a.request.headers, b.request.headers)
    yield from _compare_fields(rules, "response", a.response.headers, b.response.headers)


def compare_bodies(
    comparer: Comparer, a: Payload, b: Payload, path: JsonPath, scope: Scope
) -> Iterator[Difference]:
    """Differences of two bodies that are no transcript: JSON by path, text as text."""
    values = _readable(a, comparer.rules), _readable(b, comparer.rules)
    if values[0] is not None and values[1] is not None:
        yield from comparer.compare(values[0], values[1], path, scope)
    elif (a.content or b"") != (b.content or b""):
        before, after = _plain(a), _plain(b)
        if before is None:
            yield added(path, after)
        elif after is None:
            yield removed(path, before)
        else:
            yield from comparer.compare(before, after, path, scope)


def normalized_url(url: str, rules: NoiseRules) -> tuple[str, list[tuple[str, str]]]:
    """A URL without what differs by spelling, and its query parameters in order of names."""
    try:
        parts = urlsplit(url)
    except ValueError:  # recorders write placeholders into URLs: http://[HOST]/v1
        return url, []
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower() not in rules.parameters
    ]
    address = f"{parts.scheme}://{_host(parts)}{unquote(parts.path) or '/'}#{parts.fragment}"
    return address, sorted(query, key=lambda item: item[0])


def _compare_urls(comparer: Comparer, a: str, b: str) -> Iterator[Difference]:
    (address_a, query_a), (address_b, query_b) = (
        normalized_url(url, comparer.rules) for url in (a, b)
    )
    agree = comparer.renaming.agree_within
    same = agree(address_a, address_b) and len(query_a) == len(query_b)
    for (name_a, value_a), (name_b, value_b) in zip(query_a, query_b, strict=False):
        same = same and name_a == name_b and agree(value_a, value_b)
    if not same:
        yield changed(("request", "url"), a, b)
    elif a != b:
        yield changed(("request", "url"), a, b, Category.NOISE)


def _host(parts: SplitResult) -> str:
    return parts.netloc.lower().removesuffix(_DEFAULT_PORTS.get(parts.scheme, ":"))


def _compare_fields(
    rules: NoiseRules, side: str, a: tuple[Header, ...], b: tuple[Header, ...]
) -> Iterator[Difference]:
    before, after = _by_name(a), _by_name(b)
    for name in before | after:
        old, new = before.get(name), after.get(name)
        path = (side, "headers", next(h.name for h in (*b, *a) if h.name.lower() == name))
        if old == new:
            continue
        category = Category.NOISE
        if rules.is_compared_header(side, name) and _meaning(old) != _meaning(new):
            # A recorder may be told to keep no headers, or some of them.
            chosen = rules.is_version_header(name)
            told = (old and new) or (chosen and before and after)
            category = Category.HEADER if told else Category.NOISE
        if old is None:
            yield added(path, new, category)
        elif new is None:
            yield removed(path, old, category)
        else:
            yield changed(path, old, new, category)


def _by_name(headers: tuple[Header, ...]) -> dict[str, str]:
    values = defaultdict[str, list[str]](list)
    for header in headers:
        values[header.name.lower()].append(header.value)
    return {name: ", ".join(value) for name, value in values.items()}


def _meaning(value: str | None) -> frozenset[str]:
    """The items of a header's value; a boundary is made up, and UTF-8 goes without saying."""
    if value is None:
        return frozenset()
    items = _BOUNDARY.sub("boundary", value.lower()).split(",")
    return frozenset(
        ";".join(part for part in _PARAMETER.split(item.strip()) if part != "charset=utf-8")
        for item in items
    )


def _readable(payload: Payload, rules: NoiseRules) -> Json:
    if payload.framing is not None:
        events = (event for event in payload.events if event.dispatched)
        return joined_events(
            (event.data if event.value is None else event.value for event in events), rules
        )
    if payload.value is not None or not isinstance(payload.content, str):
        return payload.value
    if payload.media_type == "application/x-www-form-urlencoded":
        form: dict[str, Json] = {}
        form.update(parse_qsl(payload.content, keep_blank_values=True))
        return form
    return None


def body_of(payload: Payload) -> Json:
    """A body to be told of: its JSON, its text, or what its bytes are; None where there is none."""
    return _plain(payload) if payload.value is None else payload.value


def _plain(payload: Payload) -> str | None:
    """A body as text; one of several parts without the boundary that was made up for it."""
    content = payload.content
    if not content:
        return None
    if isinstance(content, bytes):
        return describe_bytes(_without_boundary(content), payload.media_type)
    return _without_boundary(content.encode("utf-8", "surrogatepass")).decode("utf-8", "replace")


def _without_boundary(content: bytes) -> bytes:
    first, separator, _ = content.partition(b"\r\n")
    if not separator:
        first, separator, _ = content.partition(b"\n")
    is_multipart = first.startswith(b"--") and len(first) > 10 and separator  # noqa: PLR2004
    return content.replace(first, b"--boundary") if is_multipart else content
