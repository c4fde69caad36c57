"""What a decoded body carries: a stream, JSON, a multipart form, markup, or no more than a text."""

import codecs
from typing import NamedTuple

from cassette_cli.exchange import Payload, framing_of
from cassette_cli.texts.channels import Deltas
from cassette_cli.texts.event_texts import EventTexts
from cassette_cli.texts.json_text import read_json_text
from cassette_cli.texts.leaf import Carrier, Kind
from cassette_cli.texts.markup import Markup, is_markup
from cassette_cli.texts.multipart import Multipart, is_form
from cassette_cli.texts.stream import BinaryStream, TextStream

# Marks of byte order, the longer before those that they begin with; they stay in the text.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORM = "application/x-www-form-urlencoded"


class Content(NamedTuple):
    """A decoded body as a text, what it is, and what it carries, if anything.

    Bytes that are no text are read as characters in this `charset`, and back.
    """

    text: str
    kind: Kind = Kind.TEXT
    carrier: Carrier | None = None
    charset: str | None = None


def read_content(payload: Payload, deltas: Deltas) -> Content:
    """Read a body that was decoded to this payload. Bytes that are no text are a character each."""
    if isinstance(payload.content, str):
        return _read_text(payload.content, payload, deltas)
    return _read_bytes(payload.content, payload, deltas)


def _read_text(content: str, payload: Payload, deltas: Deltas) -> Content:
    if isinstance(payload.value, dict | list) and payload.framing != "json-array":
        return Content(content, carrier=read_json_text(content, payload.value))
    framing = framing_of(content)
    if framing is not None:
        events = EventTexts(payload.events or framing.decode(content), deltas)
        return Content(content, carrier=TextStream(content, framing, events))
    if payload.media_type == _FORM:
        return Content(content, Kind.FORM)
    if is_form(content):
        return Content(content, carrier=Multipart(content))
    return Content(content, carrier=Markup(content) if is_markup(content) else None)


def _read_bytes(content: bytes, payload: Payload, deltas: Deltas) -> Content:
    framing = framing_of(content)
    if framing is not None:
        events = EventTexts(payload.events or framing.decode(content), deltas)
        stream = BinaryStream(content, framing, events)
        return Content(content.decode("latin-1"), carrier=stream, charset="latin-1")
    if is_form(content):
        # Surrogates stand for bytes that are no UTF-8: they go in and come out unchanged.
        text = content.decode("utf-8", "surrogateescape")
        return Content(text, carrier=Multipart(text), charset="utf-8")
    return _read_wide(content) or Content(content.decode("latin-1"), charset="latin-1")


def _read_wide(content: bytes) -> Content | None:
    """Text in UTF-16 or UTF-32, which no media type has to name; None where it is none."""
    charset = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if charset is None and len(content) > 1 and content[:2].count(0) == 1:
        charset = "utf-16-be" if content[0] == 0 else "utf-16-le"
    if charset is None:
        return None
    try:
        text = content.decode(charset)
    except ValueError:
        return None
    return Content(text, charset=charset)
