"""Leave out what nobody reads: base64, data URIs and vectors, replaced by their kind and size."""

import re
from collections.abc import Sequence

from cassette_cli.json_values import Json
from cassette_cli.render.numbers import write_size

MIN_BASE64 = 400
MAX_NUMBERS = 16

_DATA_URI = re.compile(r"data:([\w.+/-]*)(?:;[\w=.+-]*)*;base64,[A-Za-z0-9+/=_\s-]{64,}")
# From the start of a run on, lest each of its characters is tried as one.
_BASE64_RUN = re.compile(rf"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{{{MIN_BASE64},}}={{0,2}}")


def elide_text(text: str) -> str:
    """Text without its data URIs and long runs of base64."""
    if len(text) < MIN_BASE64 and "data:" not in text:
        return text
    text = _DATA_URI.sub(lambda found: _data_uri(found[1], found[0]), text)
    return _BASE64_RUN.sub(lambda found: f"<base64, {size_of_base64(found[0])}>", text)


def elide_json(value: Json) -> Json:
    """The same for every string of a value; long lists of numbers become their length."""
    match value:
        case str():
            return elide_text(value)
        case list() if is_vector(value):
            return f"<vector of {len(value)} numbers>"
        case list():
            return [elide_json(item) for item in value]
        case dict():
            return {name: elide_json(item) for name, item in value.items()}
    return value


def is_vector(value: Sequence[Json]) -> bool:
    """Whether a list is a long one of numbers alone."""
    return len(value) > MAX_NUMBERS and all(isinstance(item, int | float) for item in value)


def size_of_base64(data: str) -> str:
    """How much a base64 text holds: `12.3 kB`."""
    return write_size(len(data.rstrip("=")) * 3 // 4)


def _data_uri(media_type: str, uri: str) -> str:
    return f"<{media_type or 'data'}, {size_of_base64(uri.partition(',')[2])}>"
