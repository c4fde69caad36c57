"""All differences between a sent request and a recorded one, in the parts a recorder compares."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from cassette_cli.document import Scalar
from cassette_cli.json_values import Json, read_json
from cassette_cli.misses.as_recorded import as_recorded
from cassette_cli.misses.difference import Differing
from cassette_cli.misses.json_differences import json_differences, place_of
from cassette_cli.misses.sent import PARTS_OF_URL, Sent
from cassette_cli.misses.url_differences import query_differences, url_differences
from cassette_cli.model import Interaction, Structured, header_value, header_values
from cassette_cli.recorders.parts import body_by_value
from cassette_cli.recorders.recorder import Compared, Recorder
from cassette_cli.recorders.replay import changed_parts

# A request does not say these: a recorder makes the form of URL and body, and counts the index.
_NOT_SENT = frozenset((Compared.FORM, Compared.INDEX, Compared.CONTENT_LENGTH))


def request_differences(
    sent: Sent, recorded: Interaction, recorder: Recorder
) -> tuple[Differing, ...]:
    """What a recorder holds against playing an interaction for a request, in its own order."""
    request = as_recorded(sent, recorded)
    changed = changed_parts(request, recorded, recorder)
    found: list[Differing] = []
    for part in recorder.compares:
        if part is Compared.CONTENT_LENGTH:
            found += _length(sent, recorded)
        elif part in changed and part not in _NOT_SENT:
            found += _differences(part, request, recorded, recorder)
    return tuple(found)


def _differences(
    part: Compared, sent: Interaction, recorded: Interaction, recorder: Recorder
) -> Iterator[Differing]:
    if part is Compared.METHOD:
        yield Differing(part, recorded.request.method, sent.request.method)
    elif part in PARTS_OF_URL:
        yield from _url(part, sent.request.url, recorded.request.url)
    elif part is Compared.HEADERS:
        yield from _headers(sent, recorded, partial=recorder.may_have_more_headers)
    elif part is Compared.BODY:
        yield from _body(sent, recorded)


def _url(part: Compared, sent: str, recorded: str) -> Iterator[Differing]:
    if part is Compared.URL:
        parts = url_differences(recorded, sent)
    elif part is Compared.QUERY:
        parts = query_differences(*(_query(url) for url in (recorded, sent)))
    else:
        parts = (one for one in url_differences(recorded, sent) if one[0] == (part.value,))
    for path, old, new in parts:
        yield Differing(part, old, new, path[1:] if path == (part.value,) else path)


def _query(url: str) -> str:
    try:
        return urlsplit(url).query
    except ValueError:
        return ""


def _headers(sent: Interaction, recorded: Interaction, *, partial: bool) -> Iterator[Differing]:
    old, new = recorded.request.headers, sent.request.headers
    for name in dict.fromkeys(header.name for header in (old if partial else (*old, *new))):
        values, others = header_values(old, name), header_values(new, name)
        if values != others:
            yield Differing(Compared.HEADERS, _joined(values), _joined(others), (name,))


def _joined(values: tuple[str, ...]) -> str | None:
    return ", ".join(values) if values else None


def _body(sent: Interaction, recorded: Interaction) -> Iterator[Differing]:
    old, new = _json(recorded), _json(sent)
    if isinstance(old, dict | list) and isinstance(new, dict | list):
        differences = tuple(json_differences(old, new))
        for path, before, after in differences:
            yield Differing(Compared.BODY, before, after, path, place_of(path, new))
        if differences:
            return
    alike = isinstance(new, dict | list) and body_by_value(sent) == body_by_value(recorded)
    place = "the same JSON, spelled differently" if alike else ""
    yield Differing(Compared.BODY, _text(recorded), _text(sent), (), place, alike)


def _json(interaction: Interaction) -> Json:
    body = interaction.request.body
    if body is not None and isinstance(body.content, Structured):
        return body.content.value
    return read_json(_text(interaction) or "")


def _text(interaction: Interaction) -> str | None:
    body = interaction.request.body
    if body is None or isinstance(body.content, Structured):
        return None
    content = body.content
    return content if isinstance(content, str) else content.decode("utf-8", "backslashreplace")


def _length(sent: Sent, recorded: Interaction) -> Iterator[Differing]:
    """A length that the request states; where it states none, it is that of the body."""
    stated = header_value(sent.request.headers, "content-length")
    kept = recorded.sources.get("request.content_length")
    known = kept.value if isinstance(kept, Scalar) else "0"
    if stated is not None and stated != known:
        yield Differing(Compared.CONTENT_LENGTH, known, stated)
