"""Store compressed bodies decoded, as a client gets to see them."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cassette_cli.document import Intent, Scalar, SetText, is_binary
from cassette_cli.errors import EditError
from cassette_cli.layers.codings import CODINGS
from cassette_cli.layers.peel import peel
from cassette_cli.model import Body, Cassette, Header, Interaction, header_values
from cassette_cli.passages.body import store
from cassette_cli.passages.lengths import length_intents
from cassette_cli.rewriting.drop_header import deletions
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.operation import Step, errors_at

_NO_CODING = frozenset(("", "identity"))


class _Message(NamedTuple):
    """One side of an interaction."""

    interaction: Interaction
    side: str
    headers: tuple[Header, ...]
    body: Body


def decompress(cassette: Cassette) -> Step:
    """Take the content codings off the bodies whose Content-Encoding names them, and the header
    with them. Text becomes text in the file, in its usual style; other bytes stay base64.
    """
    intents: list[Intent] = []
    contents: dict[tuple[int, str], str | bytes] = {}
    for message in _messages(cassette):
        data = _decoded(message.body, message.headers)
        if data is None:
            continue
        with errors_at(cassette, message.interaction):
            intents += _intents(cassette, message, data)
        contents[message.interaction.index, message.side] = peel(
            message.body, message.headers
        ).content
    return Step(tuple(intents), holds=lambda after: contents.items() <= _contents(after).items())


def _messages(cassette: Cassette) -> Iterator[_Message]:
    for interaction in cassette.interactions:
        request, response = interaction.request, interaction.response
        if request.body is not None:
            yield _Message(interaction, "request", request.headers, request.body)
        if response.body is not None:
            yield _Message(interaction, "response", response.headers, response.body)


def _contents(cassette: Cassette) -> dict[tuple[int, str], str | bytes]:
    return {
        (message.interaction.index, message.side): peel(message.body, message.headers).content
        for message in _messages(cassette)
    }


def _decoded(body: Body, headers: tuple[Header, ...]) -> bytes | None:
    """The bytes under all codings that the header names; None where there are none to take off."""
    if not isinstance(body.content, bytes):
        return None
    named = {
        name.strip().lower()
        for value in header_values(headers, "content-encoding")
        for name in value.split(",")
    }
    codings = [CODINGS[name] for name in peel(body, headers).layers[len(body.storage) :]]
    taken_off = {name for name, coding in CODINGS.items() if coding in codings}
    if not codings or not named or named - taken_off - _NO_CODING:
        return None
    data = body.content
    for coding in codings:
        # `peel` names the codings that it could decode, so this is never None.
        data = coding.decode(data) or b""
    return data


def _intents(cassette: Cassette, message: _Message, data: bytes) -> Iterator[Intent]:
    body, source = message.body, message.body.source
    if not isinstance(source, Scalar):
        raise EditError("a body in several pieces cannot be stored decoded")
    text = _as_text(data)
    if text is not None and is_binary(source):
        yield SetText(source, text, _usual_style(cassette, several_lines="\n" in text))
    else:
        yield from store(body, data)
    length_node = message.interaction.sources.get(f"{message.side}.content_length")
    yield from length_intents(body, message.headers, length_node, len(data))
    target = HeaderTarget("content-encoding", message.side)
    yield from deletions(target.fields(message.interaction, message.side))


def _as_text(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _usual_style(cassette: Cassette, *, several_lines: bool) -> str:
    """The style of most bodies in the file that are text of one line, or of several."""
    sources = (message.body.source for message in _messages(cassette))
    styles = Counter(
        source.style
        for source in sources
        if isinstance(source, Scalar)
        and not is_binary(source)
        and source.value
        and ("\n" in source.value) is several_lines
    )
    default = "|" if several_lines else "'"
    return styles.most_common(1)[0][0] if styles else default
