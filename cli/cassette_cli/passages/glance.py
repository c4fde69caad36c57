"""Whether any of many texts is hit: quick, since it asks for no places and searches most at once.

Most of what is recorded holds nothing that is searched for. What a glance lets pass, the search
that knows every place would have searched in vain.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from cassette_cli.json_values import Json, read_json
from cassette_cli.passages.base64_text import ENCODED_MEMBERS, text_in_base64
from cassette_cli.passages.passage import Kind, Search

# A text as it is searched: what it is, under which name, and the text.
Text: TypeAlias = tuple[Kind, str, str]
# A value of JSON with the name of the member that it is of, "" where it is of none.
Named: TypeAlias = tuple[str, Json]
_ByName: TypeAlias = defaultdict[str, set[str]]

_MAX_NESTING = 8
# Conversations repeat what was said before. Together they bound the memory that this takes.
_MOST_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 2048
_LONGEST_SCHEME = 16
# Asked of each value: types that hold strings, or are one.
_OF_INTEREST = frozenset((str, dict, list))
_SEARCHED_WITH_OTHERS = frozenset((Kind.HEADER, Kind.FIELD, Kind.TEXT))


def may_be_hit(values: Iterable[Named], search: Search, texts: Iterable[Text] = ()) -> bool:
    """Whether any string of the values is hit, or any of the texts, or looks so.

    Those under a name that matters, and URLs, are searched one by one, all others in one go if
    the search can be asked so.
    """
    apart: list[Text] = []
    others: set[str] = set()
    for name, strings in _strings_of(values, search).items():
        if search.names(name):
            apart += [(Kind.FIELD, name, text) for text in strings]
        else:
            others |= strings
    for kind, name, text in texts:
        if kind not in _SEARCHED_WITH_OTHERS or search.names(name):
            apart.append((kind, name, text))
        else:
            others.add(text)
    others = others - search.clean
    if any(search.find(*text) for text in (*apart, *_joined(others, search))):
        return True
    _remember(others, search.clean)
    return False


def _joined(texts: set[str], search: Search) -> list[Text]:
    """Texts whose names do not matter, in as few as they can be searched in."""
    if not search.together:
        return [(Kind.FIELD, "", text) for text in texts]
    joined = "\n".join(texts)
    urls = [text for text in texts if "://" in text[:_LONGEST_SCHEME]] if "://" in joined else []
    return [*((Kind.FIELD, "", url) for url in urls), (Kind.TEXT, "", joined)]


def _remember(texts: set[str], clean: set[str]) -> None:
    if len(clean) + len(texts) > _MOST_REMEMBERED:
        clean.clear()
    clean.update(text for text in texts if len(text) <= _LONGEST_REMEMBERED)


def _strings_of(values: Iterable[Named], search: Search, nesting: int = _MAX_NESTING) -> _ByName:
    """Every string of the values, keys too; JSON in strings is read, and so is text in base64.

    What is known to be clean is left out.
    """
    strings = _plain_strings(values)
    for name, texts in strings.items():
        if not search.names(name) and name not in ENCODED_MEMBERS:
            strings[name] = texts - search.clean
    inner = _take_inner_values(strings) if nesting else []
    if inner:
        for name, texts in _strings_of(inner, search, nesting - 1).items():
            strings[name] |= texts
    return strings


def _plain_strings(values: Iterable[Named]) -> _ByName:
    """The same with strings as they stand; this loop runs over every member of every body."""
    strings: _ByName = defaultdict(set)
    keys: set[str] = set()
    unread = list(values)
    while unread:
        name, value = unread.pop()
        if isinstance(value, str):
            strings[name].add(value)
        elif isinstance(value, dict):
            keys.update(value)
            for key, member in value.items():
                if type(member) is str:
                    strings[key].add(member)
                elif type(member) in _OF_INTEREST:
                    unread.append((key, member))
            if "value" in value:
                unread.append((_paired_name(value), value["value"]))
        elif isinstance(value, list):
            unread += [(name, item) for item in value if type(item) in _OF_INTEREST]
    strings[""] |= keys
    return strings


def _paired_name(pair: dict[str, Json]) -> str:
    """The name that `value` has in a pair such as `{"name": "x-api-key", "value": "…"}`."""
    name = pair.get("name", pair.get("key"))
    return name if isinstance(name, str) else ""


def _take_inner_values(strings: _ByName) -> list[Named]:
    """Take the strings out that spell an object or a list of JSON, or a text in base64."""
    inner: list[Named] = []
    for name, texts in strings.items():
        encoded = name in ENCODED_MEMBERS
        for text in [text for text in texts if encoded or text[:1] in ("{", "[")]:
            value = _inner_value(text, encoded=encoded)
            if value is not None:
                texts.remove(text)
                inner.append((name, value))
    return inner


def _inner_value(text: str, *, encoded: bool) -> Json:
    value = read_json(text) if text[:1] in ("{", "[") else None
    if isinstance(value, dict | list):
        return value
    return text_in_base64(text) if encoded else None
