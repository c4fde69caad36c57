"""A sent request in the form of a recorded one, so that a recorder's matchers read both alike."""

from dataclasses import replace

from cassette_cli.json_values import read_json
from cassette_cli.misses.sent import Sent
from cassette_cli.model import Body, Header, Interaction, Request, Structured
from cassette_cli.recorders.recorder import Compared

# What a client adds on the way: recorders see a request before that.
_ADDED_ON_THE_WAY = frozenset(("host", "content-length", "transfer-encoding", "connection"))


def as_recorded(sent: Sent, recorded: Interaction) -> Interaction:
    """The interaction that this request would have been recorded as, beside another one.

    What the source of the request lacks is as recorded. The body is stored in the same way, and
    header names are spelled as they were.
    """
    request, known = sent.request, recorded.request
    lacks = sent.lacks
    return replace(
        recorded,
        request=Request(
            method=known.method if Compared.METHOD in lacks else request.method,
            url=_url(sent, known.url),
            headers=known.headers
            if Compared.HEADERS in lacks
            else _headers(request.headers, known.headers),
            body=known.body if Compared.BODY in lacks else _body(request.body, known.body),
        ),
    )


def _url(sent: Sent, known: str) -> str:
    if Compared.SCHEME not in sent.lacks:
        return sent.request.url
    scheme, separator, _ = known.partition("://")
    return f"{scheme}{separator}{sent.request.url.partition('://')[2]}"


def _headers(sent: tuple[Header, ...], known: tuple[Header, ...]) -> tuple[Header, ...]:
    spelled = {header.name.lower(): header.name for header in known}
    return tuple(
        Header(spelled.get(header.name.lower(), header.name), header.value)
        for header in sent
        if header.name.lower() in spelled or header.name.lower() not in _ADDED_ON_THE_WAY
    )


def _body(sent: Body | None, known: Body | None) -> Body | None:
    """The sent body, stored as the known one is."""
    if sent is None or known is None:
        return sent
    content = sent.content
    match known.content, content:
        case Structured(), str():
            value = read_json(content)
            return sent if value is None else replace(known, content=Structured(value))
        case bytes(), str():
            return replace(known, content=content.encode())
        case str(), bytes():
            return replace(known, content=content.decode("utf-8", "surrogateescape"))
    return sent
