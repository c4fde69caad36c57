"""Text that an API hands over in base64, as Bedrock's agents do; media in base64 is no text."""

import binascii
import re
from base64 import b64decode

# The members that hold it; elsewhere an id may happen to be base64 of something.
ENCODED_MEMBERS = frozenset(("blob", "body", "bytes", "data", "payload"))

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4}){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")


def text_in_base64(text: str) -> str | None:
    """The text that a string spells in base64; None where it spells none, or bytes."""
    if not _BASE64.fullmatch(text):
        return None
    try:
        decoded = b64decode(text, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return None if _CONTROL.search(decoded) else decoded
