"""The strings of a JSON text; edits of them keep the rest of its bytes."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cassette_cli.document import Document, Scalar, source_offset, source_parts
from cassette_cli.errors import EditError
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.text import Edit, splice
from cassette_cli.texts.json_strings import Strings, json_document, strings_of
from cassette_cli.texts.leaf import AtPath, EditsByNumber, Kind, Located, Part, Texts
from cassette_cli.texts.scalars import NamedScalar, is_below, scalars_of


@dataclass(frozen=True, eq=False)
class JsonText:
    """A JSON text that spells `value`, with its `strings`.

    The number of a value is its position among the values. Behind them come the keys, and behind
    these `members`: scalars of any type, taken as they are spelled. `step` is what the location
    says of the text. The strings at the paths of `carried` belong to texts that a stream cuts.
    """

    text: str
    value: Json
    strings: Strings
    step: str = ""
    carried: frozenset[JsonPath] = frozenset()

    def texts(self) -> Iterator[Texts]:
        yield from self.strings.texts

    def parts(self) -> Iterator[Part]:
        carried = self._carried_numbers
        names, values, keys = self.strings
        for number, (name, text) in enumerate(zip(names, values, strict=True)):
            if number not in carried:
                yield Part(number, Kind.FIELD, name, text)
        for number, key in enumerate(keys, len(values)):
            yield Part(number, Kind.FIELD, "", key)

    def members(self, paths: frozenset[JsonPath]) -> Iterator[AtPath]:
        """The scalars at these paths or below them, but for keys."""
        if not paths:
            return
        numbers = {string.scalar.start: number for number, string in enumerate(self._strings)}
        for number, (scalar, path, name, is_key) in enumerate(self._scalars, len(numbers)):
            if not is_key and is_below(path, paths):
                part = Part(number, Kind.FIELD, name, scalar.value)
                yield AtPath(numbers.get(scalar.start), part)

    def number_at(self, path: JsonPath) -> int:
        """The number of the last string at a path. Raises KeyError where there is none."""
        for number in reversed(range(len(self._strings))):
            string = self._strings[number]
            if string.path == path and not string.is_key:
                return number
        raise KeyError(path)

    def locate(self, number: int, offset: int) -> Located:
        count = self.strings.total
        if number >= count:
            member = self._scalars[number - count]
            return Located((self.step, member.location), member.scalar.start)
        string = self._strings[number]
        place = source_offset(self.document, string.scalar, offset)
        return Located((self.step, string.location), place)

    def lift(self, edits: EditsByNumber) -> Iterator[Edit]:
        count = self.strings.total
        for number, these in edits.items():
            if number < count:
                yield from source_edits(self.document, self._strings[number].scalar, these)
            else:
                scalar = self._scalars[number - count].scalar
                yield Edit(scalar.span, json.dumps(splice(scalar.value, these)))

    @cached_property
    def document(self) -> Document:
        """The nodes of the text, which has been found to be JSON."""
        document = json_document(self.text)
        if document is None:
            raise EditError("the JSON cannot be read by the standard")
        return document

    @cached_property
    def _scalars(self) -> tuple[NamedScalar, ...]:
        return tuple(scalars_of(self.document.roots[0], ""))

    @cached_property
    def _strings(self) -> tuple[NamedScalar, ...]:
        """Values, and behind them keys, as they are listed."""
        strings = [scalar for scalar in self._scalars if scalar.scalar.style == '"']
        return tuple(sorted(strings, key=lambda string: string.is_key))

    @cached_property
    def _carried_numbers(self) -> frozenset[int]:
        """The numbers of the strings that are pieces of a longer text."""
        if not self.carried:
            return frozenset()
        return frozenset(
            number
            for number, (_, path, _, is_key) in enumerate(self._strings)
            if path in self.carried and not is_key
        )


def read_json_text(text: str, value: Json, name: str = "", step: str = "") -> JsonText | None:
    """A text that was read as JSON, in a member of this name; None where it is not quite JSON."""
    strings = strings_of((text,), (value,), name)
    return None if strings is None else JsonText(text, value, strings, step)


def source_edits(document: Document, scalar: Scalar, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits of a JSON string's value as edits of the JSON text."""
    ascii_only = document.text[scalar.start : scalar.end].isascii()
    places = source_parts(document, scalar, [edit.span for edit in edits]) or ()
    for (span, text), place in zip(edits, places, strict=True):
        # A place is widened to whole escapes: what it takes besides is put back.
        before = scalar.value[place.value.start : span.start]
        after = scalar.value[span.end : place.value.end]
        yield Edit(place.source, json.dumps(before + text + after, ensure_ascii=ascii_only)[1:-1])
