"""Ids renamed by first appearance: the same text for two recordings that differ in ids alone."""

import re
from dataclasses import dataclass, field

from cassette_cli.json_values import Json

_TOKEN = re.compile(r"[A-Za-z0-9_-]{6,}")


@dataclass(slots=True)
class Numbering:
    """Gives out `id1`, `id2` … for the ids of a cassette, in the order in which they are met."""

    names: frozenset[str]
    numbers: dict[str, str] = field(default_factory=dict)

    def rename(self, value: Json) -> Json:
        """A value with the ids in it renamed."""
        match value:
            case str():
                return self.rename_text(value)
            case list():
                return [self.rename(item) for item in value]
            case dict():
                return {name: self.rename(item) for name, item in value.items()}
        return value

    def rename_text(self, text: str) -> str:
        """A text with the ids in it renamed; ids of an odd spelling only where they stand alone."""
        if text in self.names:
            return self._number(text)
        if self.names.isdisjoint(_TOKEN.findall(text)):
            return text
        return _TOKEN.sub(
            lambda found: self._number(found[0]) if found[0] in self.names else found[0], text
        )

    def _number(self, name: str) -> str:
        return self.numbers.setdefault(name, f"id{len(self.numbers) + 1}")
