"""Media and vectors by type, size and hash: nobody compares base64 by eye."""

import re
from base64 import b64decode
from hashlib import sha256

from cassette_cli.json_values import Json

_MIN_MEDIA = 200
_MIN_VECTOR = 16
_DATA_URI = re.compile(r"data:([\w.+/-]*)[^,]{0,80};base64,")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{200,}={0,2}")
_MAGIC = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "RIFF media"),
    (b"%PDF", "application/pdf"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
)


def describe(value: Json) -> Json:
    """A value in which media and vectors are replaced by what they are."""
    match value:
        case str():
            return _describe_text(value) if len(value) >= _MIN_MEDIA else value
        case list() if is_vector(value):
            digest = sha256(repr(value).encode()).hexdigest()[:12]
            return f"<vector of {len(value)} numbers, sha256 {digest}>"
        case list():
            return [describe(item) for item in value]
        case dict():
            return {name: describe(item) for name, item in value.items()}
    return value


def describe_bytes(data: bytes, media_type: str | None = None) -> str:
    """What stands for binary data: `<image/png, 1234 bytes, sha256 …>`."""
    kind = next((name for magic, name in _MAGIC if data.startswith(magic)), None)
    digest = sha256(data).hexdigest()[:12]
    return f"<{kind or media_type or 'binary data'}, {len(data)} bytes, sha256 {digest}>"


def is_vector(value: list[Json]) -> bool:
    """Whether a list is a long one of numbers alone."""
    return len(value) >= _MIN_VECTOR and all(
        isinstance(item, int | float) and not isinstance(item, bool) for item in value
    )


def _describe_text(text: str) -> str:
    if found := _DATA_URI.match(text):
        return describe_bytes(_decoded(text[found.end() :]), found[1] or None)
    # A word of 200 letters and no other character is no prose.
    return describe_bytes(_decoded(text)) if _BASE64.fullmatch(text) else text


def _decoded(data: str) -> bytes:
    try:
        return b64decode(data + "=" * (-len(data) % 4), altchars=None if "+" in data else b"-_")
    except ValueError:
        return data.encode()
