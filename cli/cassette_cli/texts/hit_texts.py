"""Which of many texts are hit: quick, since it asks for no places and searches most at once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, repeat
from typing import NamedTuple

from cassette_cli.texts.base64_text import ENCODED_MEMBERS
from cassette_cli.texts.leaf import Kind, Texts
from cassette_cli.texts.opening import BEGINNINGS, may_carry, open_text
from cassette_cli.texts.search import Search

# Conversations repeat what was said before. Together they bound the memory that this takes.
_MOST_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 2048
_LONGEST_SCHEME = 16
_NO_NAMES = ("",)
_SEARCHED_WITH_OTHERS = frozenset((Kind.HEADER, Kind.FIELD, Kind.TEXT))


def hit_texts(lists: Sequence[Texts], search: Search) -> set[str]:
    """The texts that are hit, of these and of what they carry, and those that carry such.

    Those under a name that matters, and URLs, are searched one by one, all others in one go if
    the search can be asked so.
    """
    sorted_out = _SortedOut(search)
    sorted_out.add(lists)
    hits = {text for kind, name, text in sorted_out.apart if search.find(kind, name, text)}
    hits.update(_hit_together(sorted_out.others, search))
    for carried in reversed(sorted_out.carried):
        if any(not hits.isdisjoint(inner.texts) for inner in carried.inner):
            hits.add(carried.text)
    _remember(sorted_out.others - hits, search.clean)
    return hits


class _Carried(NamedTuple):
    """What a text carries."""

    text: str
    inner: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class _SortedOut:
    """Texts whose kind or name matters to the search, all others, and what carries others."""

    search: Search
    apart: set[tuple[Kind, str, str]] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    # Names that do not matter.
    dull: set[str] = field(default_factory=set)
    carried: list[_Carried] = field(default_factory=list)

    def add(self, lists: Sequence[Texts]) -> None:
        while lists:
            known = len(self.carried)
            self._sort(lists)
            lists = [inner for carried in self.carried[known:] for inner in carried.inner]

    def _sort(self, lists: Sequence[Texts]) -> None:
        apart: set[tuple[Kind, str, str]] = set()
        others: set[str] = set()
        for kind, texts, names in lists:
            if kind not in _SEARCHED_WITH_OTHERS:
                apart.update(zip(repeat(kind), names or repeat(""), texts, strict=False))
                continue
            telling = self._telling(names or _NO_NAMES)
            if not telling:
                others.update(texts)
                continue
            for text, name in zip(texts, names or repeat(""), strict=False):
                if name in telling:
                    apart.add((kind, name, text))
                else:
                    others.add(text)
        self._open(apart - self.apart, others - self.search.clean - self.others)

    def _telling(self, names: Sequence[str]) -> set[str]:
        """The names that matter: to the search, or because they tell what stands there."""
        fresh = set(names) - self.dull
        telling = {name for name in fresh if name in ENCODED_MEMBERS or self.search.names(name)}
        self.dull.update(fresh - telling)
        return telling

    def _open(self, apart: set[tuple[Kind, str, str]], others: set[str]) -> None:
        """Take in what is new; a text that carries others is searched itself only as spelled."""
        for kind, name, text in apart:
            carries = may_carry(kind, name, text) and self._carries(name, text)
            if self.search.as_spelled or not carries:
                self.apart.add((kind, name, text))
        carriers = {text for text in others if text[:1] in BEGINNINGS and self._carries("", text)}
        self.others.update(others if self.search.as_spelled else others - carriers)

    def _carries(self, name: str, text: str) -> bool:
        carrier = open_text(name, text)
        if carrier is not None:
            self.carried.append(_Carried(text, tuple(carrier.texts())))
        return carrier is not None


def _hit_together(texts: set[str], search: Search) -> Iterator[str]:
    if not search.together:
        yield from (text for text in texts if search.find(Kind.FIELD, "", text))
        return
    lines = list(texts)
    joined = "\n".join(lines)
    if "://" in joined:
        for text in lines:
            if "://" in text[:_LONGEST_SCHEME] and search.find(Kind.FIELD, "", text):
                yield text
    starts = list(accumulate((len(text) + 1 for text in lines), initial=0))
    for (start, end), *_ in search.find(Kind.TEXT, "", joined):
        first, last = (bisect_right(starts, offset) - 1 for offset in (start, max(start, end - 1)))
        yield from lines[first : last + 1]


def _remember(texts: set[str], clean: set[str]) -> None:
    if len(clean) + len(texts) > _MOST_REMEMBERED:
        clean.clear()
    clean.update(text for text in texts if len(text) <= _LONGEST_REMEMBERED)
