"""Store compressed bodies decoded, as a client gets to see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cassette_cli.document import Intent, Scalar, SetText, is_binary
from cassette_cli.errors import EditError
from cassette_cli.layers.codings import CODINGS
from cassette_cli.model import header_values
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.drop_header import deletions
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.http_message import HttpMessage, messages
from cassette_cli.rewriting.step import Plan, Told
from cassette_cli.texts.lengths import length_intents
from cassette_cli.texts.stored import store

_NO_CODING = frozenset(("", "identity"))


@dataclass(frozen=True, slots=True)
class Decompress:
    """Take the content codings off the bodies whose Content-Encoding names them, and the header
    with them. Text becomes text in the file, in its usual style; other bytes stay base64.
    """

    told: ClassVar[Told] = Told("body decompressed", "bodies decompressed")

    def plan(self, reading: Reading, file: CassetteFile) -> Plan:
        """Raises EditError for a body that is stored so that it cannot be written back."""
        intents: list[Intent] = []
        count = 0
        for message in messages(reading):
            data = _decoded(message)
            if data is not None:
                intents += _intents(message, data, file)
                count += 1
        return Plan(tuple(intents), count)

    def holds(self, before: Reading, after: Reading) -> bool:
        """Whether both bodies decode to what they decoded to before."""
        return all(map(_is_equal_decoded, messages(before), messages(after)))


def _is_equal_decoded(old: HttpMessage, new: HttpMessage) -> bool:
    return old.recorded == new.recorded or old.payload.content == new.payload.content


def _decoded(message: HttpMessage) -> bytes | None:
    """The bytes under all codings that the header names; None where there are none to take off."""
    body = message.recorded.body
    if body is None or not isinstance(body.content, bytes):
        return None
    named = {
        name.strip().lower()
        for value in header_values(message.headers, "content-encoding")
        for name in value.split(",")
    }
    codings = [CODINGS[name] for name in message.payload.layers[len(body.storage) :]]
    taken_off = {name for name, coding in CODINGS.items() if coding in codings}
    if not codings or not named or named - taken_off - _NO_CODING:
        return None
    data = body.content
    for coding in codings:
        # `peel` names the codings that it could decode, so this is never None.
        data = coding.decode(data) or b""
    return data


def _intents(message: HttpMessage, data: bytes, file: CassetteFile) -> Iterator[Intent]:
    body = message.stored
    source = body.source
    if not isinstance(source, Scalar):
        raise EditError("a body in several pieces cannot be stored decoded")
    text = _as_text(data)
    if text is not None and is_binary(source):
        yield SetText(source, text, file.body_style(several_lines="\n" in text))
    else:
        yield from store(body, data)
    yield from length_intents(body, message.headers, message.content_length, len(data))
    target = HeaderTarget("content-encoding", message.side)
    yield from deletions(target.fields(message.reading.interaction))


def _as_text(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text
