"""Text that an API hands over in base64, as Bedrock's agents do; media in base64 is no text."""

import binascii
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass

from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.leaf import EditsByNumber, Kind, Located, Part, Texts

# The members that hold it; elsewhere an id may happen to be base64 of something.
ENCODED_MEMBERS = frozenset(("blob", "body", "bytes", "data", "payload"))

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4}){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")


@dataclass(frozen=True, eq=False, slots=True)
class Base64Text:
    """A text in base64, in a member of this name."""

    name: str
    encoded: str
    text: str

    def texts(self) -> Iterator[Texts]:
        yield Texts(Kind.FIELD, (self.text,), (self.name,))

    def parts(self) -> Iterator[Part]:
        yield Part(0, Kind.FIELD, self.name, self.text)

    def locate(self, number: int, offset: int) -> Located:  # noqa: ARG002 -- there is but one
        """A letter of it has no place of its own."""
        return Located(("base64",), 0)

    def lift(self, edits: EditsByNumber) -> Iterator[Edit]:
        new = b64encode(splice(self.text, edits[0]).encode()).decode("ascii")
        yield Edit(Span(0, len(self.encoded)), new)


def text_in_base64(text: str) -> str | None:
    """The text that a string spells in base64; None where it spells none, or bytes."""
    if not _BASE64.fullmatch(text):
        return None
    try:
        decoded = b64decode(text, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return None if _CONTROL.search(decoded) else decoded
