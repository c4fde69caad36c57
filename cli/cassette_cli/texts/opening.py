"""What a string carries: JSON, or text in base64; the one place that decides it."""

from cassette_cli.json_values import read_json
from cassette_cli.texts.base64_text import ENCODED_MEMBERS, Base64Text, text_in_base64
from cassette_cli.texts.json_text import read_json_text
from cassette_cli.texts.leaf import Carrier, Kind

# Of the text of an object or a list.
BEGINNINGS = ("{", "[")


def may_carry(kind: Kind, name: str, text: str) -> bool:
    """Whether a text has to be opened to know what it carries."""
    return kind is Kind.FIELD and (text[:1] in BEGINNINGS or name in ENCODED_MEMBERS)


def open_text(name: str, text: str) -> Carrier | None:
    """What a member of this name carries; None where it is but a text."""
    value = read_json(text) if text[:1] in BEGINNINGS else None
    if isinstance(value, dict | list):
        return read_json_text(text, value, name, step="json")
    decoded = text_in_base64(text) if name in ENCODED_MEMBERS else None
    return None if decoded is None else Base64Text(name, text, decoded)
