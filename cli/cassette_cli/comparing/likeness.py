"""How much two values have in common, cheaply: digests that ignore ids and noise, and words."""

import json
import re
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from cassette_cli.comparing.identities import mask
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.json_values import Json

_WORD = re.compile(r"\w+")
_MAX_LENGTH = 4000
_STEPS = 20
_CACHE = 4096
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
# Fields that say what kind of thing an object is.
_KIND_FIELDS = ("type", "role", "object")


class Features(NamedTuple):
    """What a value is compared by before it is compared: equal digests mean equal but for noise."""

    digest: str
    kind: str
    text: str


def features_of(value: Json, names: frozenset[str], rules: NoiseRules) -> Features:
    """The features of a value of the cassette that gives out these names."""
    text = spell(mask(without_noise(value, rules), names))
    return Features(digest_of(text), _kind_of(value), text[:_MAX_LENGTH])


def likeness(a: Features, b: Features) -> int:
    """0 where two values are of different kinds; more the more words they share."""
    if a.kind != b.kind:
        return 0
    if a.digest == b.digest:
        return 2 * _STEPS
    return 1 + shared(a.text, b.text)


def shared(a: str, b: str) -> int:
    """The share of words that the beginnings of two texts have in common, from 0 to 20."""
    left, right = _words_of(a), _words_of(b)
    common = len(left & right)
    return _STEPS * common // max(len(left) + len(right) - common, 1)


def without_noise(value: Json, rules: NoiseRules) -> Json:
    """A value without the fields that differ in each recording."""
    match value:
        case list():
            return [without_noise(item, rules) for item in value]
        case dict():
            return {
                name: without_noise(item, rules)
                for name, item in value.items()
                if not (
                    name in rules.usage
                    or rules.is_volatile(name, item, item)
                    or rules.is_opaque(name, item, value.get("type"))
                )
            }
    return value


def spell(value: Json) -> str:
    """A value as text that is the same for equal values."""
    return _encode(value)


def digest_of(text: str) -> str:
    """A short name for a text, the same in every process."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@lru_cache(_CACHE)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text[:_MAX_LENGTH]))


def _kind_of(value: Json) -> str:
    if not isinstance(value, dict):
        return type(value).__name__
    return " ".join(str(value.get(name, "")) for name in _KIND_FIELDS)
