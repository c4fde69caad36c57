"""Ids as bound names: what a response gives out may be called otherwise in another recording."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from cassette_cli.comparing.noise import DEFAULT_RULES, NoiseRules
from cassette_cli.json_values import Json
from cassette_cli.model import Header
from cassette_cli.reading import Reading
from cassette_cli.transcript import Message, ServerToolCall, ToolCall

_ID_FIELDS = ("_id", "Id")
# A literal beginning is what makes a search fast; the rest of the name is looked up behind it.
_ID = re.compile(r'd"(?<=["_]id"|[a-z]Id")\s*+:\s*+"([^"\\\s]{1,200}+)"')
_QUOTED = re.compile(r'"([A-Za-z0-9_.:=+/-]{6,200}+)"')
_SEGMENT = re.compile(r"[^/?&=#]{3,200}")
_TOKEN = re.compile(r"([A-Za-z0-9_-]{6,})")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}")
_PREFIX = re.compile(r"(?:[A-Za-z]{1,12}[_-])+")
_RUN = re.compile(r"[A-Za-z0-9]{9,}")
_REQUEST_ID_HEADER = re.compile(r".*request-?id")
# Items that an API makes and a client sends back; a prompt may start from a conversation whose
# beginning was not recorded, and the id then binds where it is used twice.
_CACHE = 4096
_URL_SAFE = str.maketrans("+/", "-_")
# Ids stand in names, URLs and short notes.
_MAX_MASKED = 300
_MAX_ID = 100
_ITEM_PREFIXES = ("call", "toolu", "tooluse", "fc", "msg", "rs", "ws")


@dataclass(slots=True)
class Renaming:
    """A one-to-one correspondence of ids, found while two cassettes are read side by side.

    An id that is given out twice, as different ones on the other side, stands for nothing: then
    every reference to it is held to be right.
    """

    names_a: frozenset[str] = frozenset()
    names_b: frozenset[str] = frozenset()
    forward: dict[str, str] = field(default_factory=dict)
    backward: dict[str, str] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)
    renamed: bool = False

    def define(self, a: str, b: str) -> None:
        """Bind two ids that were given out at the same place."""
        if self.forward.get(a, b) != b or self.backward.get(b, a) != a:
            self.ambiguous |= {a, b}
        self.forward[a], self.backward[b] = b, a
        self.renamed = self.renamed or a != b

    def agree(self, a: str, b: str) -> bool:
        """Whether two strings are the same id; those seen for the first time are bound."""
        if a in self.ambiguous or b in self.ambiguous:
            return True
        if a in self.forward or b in self.backward:
            return self.forward.get(a) == b
        if a == b:
            return True
        if a in self.names_b or b in self.names_a:
            # Both recordings give this id out: a renaming would say so where that happens.
            return False
        if a in self.names_a and b in self.names_b:
            self.define(a, b)
            return True
        return False

    def agree_as_given(self, a: str, b: str) -> bool:
        """Whether two values that a client sends back are what the responses gave out.

        Where one recording has the answer that gave a value out, and the other has it no more, or
        where the client spells it in the other alphabet, nothing says that it made a value up.
        """
        if url_safe(a) == url_safe(b) or self.agree(a, b):
            return True
        if a in self.forward:
            return url_safe(self.forward[a]) == url_safe(b)
        if b in self.backward:
            return url_safe(self.backward[b]) == url_safe(a)
        return a in self.names_a - self.names_b or b in self.names_b - self.names_a

    def is_settled(self, a: Json, b: Json) -> bool:
        """Whether two values are the same, and no id in them makes them different or binds."""
        if a != b or type(a) is not type(b):
            return False
        if isinstance(a, str):
            return a not in self.forward and a not in self.backward
        if isinstance(a, list) and isinstance(b, list):
            for old, new in zip(a, b, strict=True):
                if not self.is_settled(old, new):
                    return False
        if isinstance(a, dict) and isinstance(b, dict):
            for name, old in a.items():
                if is_id_field(name) or not self.is_settled(old, b[name]):
                    return False
        return True

    def agree_in_quotes(self, a: str, b: str) -> bool:
        """Whether two texts of JSON are spelled alike, but for ids that agree."""
        words_a, words_b = a.split('"'), b.split('"')
        if len(words_a) != len(words_b):
            return False
        other = {(x, y) for x, y in zip(words_a, words_b, strict=True) if x != y}
        pairs = dict.fromkeys((x.strip("\\"), y.strip("\\")) for x, y in other)
        if not all(x in self.names_a and y in self.names_b for x, y in pairs):
            return False
        same = self.names_a.intersection(words_a) - {x for x, _ in pairs}
        return all(self.agree(x, y) for x, y in pairs) and all(self.agree(x, x) for x in same)

    def agree_within(self, a: str, b: str) -> bool:
        """The same for texts that may mention ids."""
        if a == b and not self.renamed:
            return True
        words_a, words_b = _TOKEN.split(a), _TOKEN.split(b)
        return len(words_a) == len(words_b) and all(map(self.agree, words_a, words_b))


def is_id_field(name: str) -> bool:
    """Whether a field holds an id, by its name."""
    return name == "id" or name.endswith(_ID_FIELDS)


def url_safe(value: str) -> str:
    """Base64 in the alphabet for URLs: some SDKs send back in it what they got in the other."""
    return value.translate(_URL_SAFE)


@lru_cache(_CACHE)
def looks_generated(value: str) -> bool:
    """Whether a program made this id up: a UUID, or a long run of letters and digits."""
    if _UUID.fullmatch(value):
        return True
    prefix = _PREFIX.match(value)
    rest = value[prefix.end() :] if prefix and len(value) - prefix.end() >= 6 else value  # noqa: PLR2004 -- as in _TOKEN
    return any(_is_random(run) for run in _RUN.findall(rest))


def names_of(readings: Iterable[Reading], rules: NoiseRules = DEFAULT_RULES) -> frozenset[str]:
    """The ids that a cassette gives out: in answers, and for calls that a prompt tells of.

    An id that a request brought up before any response did is the client's own. One that a later
    URL repeats is an id whatever it looks like, and so is what only the server can read.
    """
    names: set[str] = set()
    asked: set[str] = set()
    once: set[str] = set()
    plain: set[str] = set()
    for reading in readings:
        if plain:
            names.update(plain.intersection(_segments(reading.interaction.request.url)))
        request, response = reading.request.text, reading.response.text
        asked.update(_QUOTED.findall(request))
        for found in _ID.findall(request):
            if found.startswith(_ITEM_PREFIXES) and looks_generated(found):
                (names if found in once else once).add(found)
        given_out = set(_ID.findall(response)) - asked
        made_up = {value for value in given_out if looks_generated(value)}
        plain |= given_out - made_up
        names |= made_up
        names.update(_opaque_in(reading.folded, rules))
        names.update(_header_ids(reading.interaction.response.headers))
        names.update(_spoken_ids(reading))
    return frozenset(names)


def _segments(url: str) -> list[str]:
    return _SEGMENT.findall(url)


def _opaque_in(value: Json, rules: NoiseRules) -> Iterator[str]:
    """The values in an answer that only the server can read."""
    match value:
        case dict():
            kind = value.get("type")
            for name, item in value.items():
                if isinstance(item, str):
                    if rules.is_opaque(name, item, kind):
                        yield from (item, url_safe(item))
                elif isinstance(item, dict | list):
                    yield from _opaque_in(item, rules)
        case list() if not (value and isinstance(value[0], int | float)):
            for item in value:
                yield from _opaque_in(item, rules)


def mask(value: Json, names: frozenset[str]) -> Json:
    """A value with every id in it made the same, to find out what it has in common with another."""
    match value:
        case str():
            return mask_text(value, names)
        case list():
            return [mask(item, names) for item in value]
        case dict():
            return {
                name: None if is_id_field(name) and _may_be_id(item, names) else mask(item, names)
                for name, item in value.items()
            }
    return value


def mask_quoted(text: str, names: frozenset[str]) -> str:
    """A text of JSON with every string that is an id, a signature or media made the same."""
    words = text.split('"')
    made_up = {word for word in set(words) if _is_made_up(word, names)}
    return '"'.join(["*" if word in made_up else word for word in words]) if made_up else text


def _is_made_up(word: str, names: frozenset[str]) -> bool:
    if len(word) > _MAX_ID:
        return " " not in word
    return word in names or looks_generated(word)


def mask_text(text: str, names: frozenset[str]) -> str:
    """A text with its ids made the same; a long one stays as it is."""
    return text if len(text) > _MAX_MASKED else _mask_short(text, names)


@lru_cache(_CACHE)
def _mask_short(text: str, names: frozenset[str]) -> str:
    return _TOKEN.sub(
        lambda found: "*" if found[0] in names or looks_generated(found[0]) else found[0], text
    )


def _may_be_id(value: Json, names: frozenset[str]) -> bool:
    if not isinstance(value, str):
        return value is None
    return not value or value in names or looks_generated(value)


def _is_random(run: str) -> bool:
    digits = sum(character.isdigit() for character in run)
    if digits == len(run):
        return True
    return digits >= 2 or (digits > 0 and not run.islower() and not run.isupper())  # noqa: PLR2004


def _header_ids(headers: tuple[Header, ...]) -> list[str]:
    return [
        header.value
        for header in headers
        if _REQUEST_ID_HEADER.fullmatch(header.name.lower()) and looks_generated(header.value)
    ]


def _spoken_ids(reading: Reading) -> list[str]:
    conversation = reading.conversation
    if conversation is None:
        return []
    calls = _call_ids(conversation.prompt.messages) + _call_ids(conversation.completion.messages)
    return calls + ([conversation.completion.id] if conversation.completion.id else [])


def _call_ids(messages: tuple[Message, ...]) -> list[str]:
    return [
        part.id
        for message in messages
        for part in message.parts
        if isinstance(part, ToolCall | ServerToolCall) and part.id
    ]
