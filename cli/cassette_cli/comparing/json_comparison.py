"""Compare two JSON values by meaning, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cassette_cli.comparing.change import Category, ChangeKind
from cassette_cli.comparing.difference import Difference, Scope, added, changed, removed
from cassette_cli.comparing.identities import Renaming, is_id_field, looks_generated
from cassette_cli.comparing.likeness import Features, features_of, spell
from cassette_cli.comparing.list_pairing import (
    Paired,
    pair_by_name,
    pair_items,
    renamed_keys,
    without_moves_between_kinds,
)
from cassette_cli.comparing.media import is_vector
from cassette_cli.comparing.message_comparison import Item, items_of, pair_messages
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.json_values import Json, read_json

JsonObject = dict[str, Json]

_TOOL_DEFINITIONS: JsonPath = ("prompt", "tool_definitions")
_PROMPT_MESSAGES: JsonPath = ("prompt", "messages")
# What holds members that a provider may or may not send.
_OPEN = ("extra",)
# Smaller numbers are counted, not given out.
_MIN_ID_NUMBER = 100_000


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares values of two cassettes; what it learns about ids goes into `renaming`, what it
    finds out about items, which each prompt of a conversation repeats, into `known`.
    """

    rules: NoiseRules
    renaming: Renaming
    known: dict[tuple[str, frozenset[str]], Features] = field(default_factory=dict, repr=False)

    def compare(self, a: Json, b: Json, path: JsonPath, scope: Scope) -> Iterator[Difference]:
        """All differences between two values that stand at the same place."""
        match a, b:
            case dict(), dict():
                renamed = renamed_keys(a, b)
                for name in a | b:
                    if name in renamed:
                        new = renamed[name]
                        yield changed(path, {name: a[name]}, {new: b[new]})
                    elif name not in renamed.values() and not self._is_settled(name, a, b):
                        yield from self._field(name, a, b, path, scope)
            case list(), list() if not is_vector(a) and not is_vector(b):
                yield from self._lists(a, b, path, scope)
            case str(), str():
                yield from self._strings(a, b, path, scope)
            case _ if not _is_same(a, b):
                yield changed(path, a, b)

    def _is_settled(self, name: str, a: JsonObject, b: JsonObject) -> bool:
        if name not in a or name not in b or is_id_field(name):
            return False
        return self.renaming.is_settled(a[name], b[name])

    def _field(
        self, name: str, a: JsonObject, b: JsonObject, path: JsonPath, scope: Scope
    ) -> Iterator[Difference]:
        before, after = a.get(name), b.get(name)
        there = (*path, name)
        if name in _OPEN and not (name in a and name in b):  # each member by its own name
            yield from self.compare(before or {}, after or {}, there, scope._replace(spoken=False))
            return
        category = self._category_of(_field_name(name, a), before, after, scope, a.get("type"))
        if category is Category.NOISE or self._is_renaming(name, before, after, scope):
            if before != after or (name in a) != (name in b):
                yield changed(there, before, after, Category.NOISE)
        elif name not in b:
            yield removed(there, before, category or Category.CONTENT)
        elif name not in a:
            yield added(there, after, category or Category.CONTENT)
        else:
            inside = _inside(name, before, scope, self.rules)
            for difference in self.compare(before, after, there, inside):
                if category is not None and difference.category is not Category.NOISE:
                    yield _weighed(difference, category)
                else:
                    yield difference

    def _category_of(
        self, name: str, before: Json, after: Json, scope: Scope, kind: Json
    ) -> Category | None:
        """The category of all that stands in a field; None where the values decide."""
        rules = self.rules
        if rules.is_opaque(name, before, kind) or rules.is_opaque(name, after, kind):
            return self._category_of_opaque(before, after, scope)
        if isinstance(before, str) and isinstance(after, str) and name in rules.word_lists:
            return Category.NOISE if sorted(before.split()) == sorted(after.split()) else None
        if scope.written:
            return None
        if before is None and after is None:
            return Category.NOISE
        if not scope.response:
            return None
        if name in rules.usage:
            return Category.USAGE
        padding = scope.streamed and name in rules.padding
        return Category.NOISE if padding or rules.is_volatile(name, before, after) else None

    def _category_of_opaque(self, before: Json, after: Json, scope: Scope) -> Category | None:
        """A client sends back what a response gave out; anything else it made up or left out."""
        if not isinstance(before, str) or not isinstance(after, str):
            return Category.NOISE if scope.response else None
        if scope.response:
            self.renaming.define(before, after)
            return Category.NOISE
        return Category.NOISE if self.renaming.agree_as_given(before, after) else None

    def _is_renaming(self, name: str, before: Json, after: Json, scope: Scope) -> bool:
        """Whether a field holds what responses call the same thing; if so, binds the two ids."""
        if not is_id_field(name):
            return False
        a, b = _read_id(before), _read_id(after)
        if a is None or b is None:
            # Some recorders and some hosts leave the ids of calls out.
            given = self.renaming.names_a | self.renaming.names_b
            return (a or b) in given and before in (None, "", a) and after in (None, "", b)
        if scope.written or not scope.response or name != "id":
            return False
        made_up = _is_made_up(before) and _is_made_up(after)
        if scope.spoken or made_up or (a in self.renaming.names_a and b in self.renaming.names_b):
            self.renaming.define(a, b)
            return True
        return False

    def _strings(self, a: str, b: str, path: JsonPath, scope: Scope) -> Iterator[Difference]:
        if self.rules.is_placeholder(a) and self.rules.is_placeholder(b):
            if a != b:
                yield changed(path, a, b, Category.NOISE)
            return
        if self.renaming.agree(a, b) or (a != b and self.renaming.agree_within(a, b)):
            if a != b:
                yield changed(path, a, b, Category.NOISE)
            return
        said = scope.spoken and path[-1:] == ("content",)
        inner_a, inner_b = (None, None) if said else (_read_inner(a), _read_inner(b))
        if inner_a is None or inner_b is None:
            yield changed(path, a, b)
            return
        inner = list(self.compare(inner_a, inner_b, path, scope._replace(spoken=False)))
        yield from inner or [changed(path, a, b, Category.NOISE)]

    def _lists(
        self, a: list[Json], b: list[Json], path: JsonPath, scope: Scope
    ) -> Iterator[Difference]:
        may_hold_ids = self.renaming.renamed and path != _TOOL_DEFINITIONS
        if not may_hold_ids and a == b and spell(a) == spell(b):
            return
        if path == _PROMPT_MESSAGES and a != b:
            yield from self._messages(a, b, path, scope)
            return
        for pair in self._pair(a, b, path):
            match pair:
                case Paired(int(place), None):
                    yield removed((*path, place), a[place])
                case Paired(None, int(place)):
                    yield added((*path, place), b[place])
                case Paired(int(old), int(new), moved):
                    if moved:
                        yield _moved(path, (*path, old), (*path, new))
                    if not self.renaming.is_settled(a[old], b[new]):
                        yield from self.compare(a[old], b[new], (*path, new), scope)

    def _pair(self, a: list[Json], b: list[Json], path: JsonPath) -> list[Paired]:
        if path == _TOOL_DEFINITIONS:
            return pair_by_name(a, b)
        if len(a) == len(b) == 1 or a == b:
            return [Paired(place, place) for place in range(len(a))]
        left, right = self._features(a, b)
        pairs = pair_items(left, right)
        if path[-1:] == ("parts",):
            return without_moves_between_kinds(pairs, [features.kind for features in left])
        return pairs

    def _features(self, a: list[Json], b: list[Json]) -> tuple[list[Features], list[Features]]:
        names_a, names_b = self.renaming.names_a, self.renaming.names_b
        return (
            [self._features_of(item, names_a) for item in a],
            [self._features_of(item, names_b) for item in b],
        )

    def _features_of(self, item: Json, names: frozenset[str]) -> Features:
        key = (spell(item), names)
        if key not in self.known:
            self.known[key] = features_of(item, names, self.rules)
        return self.known[key]

    def _messages(
        self, a: list[Json], b: list[Json], path: JsonPath, scope: Scope
    ) -> Iterator[Difference]:
        left, right = items_of(a), items_of(b)
        features = self._features([item.value for item in left], [item.value for item in right])
        pairing = pair_messages(left, right, *features)
        kinds = [f"{item.role} {found.kind}" for item, found in zip(left, features[0], strict=True)]
        yield from (removed((*path, place), a[place]) for place in sorted(pairing.removed))
        yield from (added((*path, place), b[place]) for place in sorted(pairing.added))
        roles: set[int] = set()
        for pair in without_moves_between_kinds(pairing.pairs, kinds):
            old = None if pair.a is None else left[pair.a]
            new = None if pair.b is None else right[pair.b]
            if old is None and new is not None and new.message not in pairing.added:
                yield added(_part_path(path, new), new.value)
            elif new is None and old is not None and old.message not in pairing.removed:
                yield removed(_part_path(path, old), old.value)
            elif old is not None and new is not None:
                if pair.moved:
                    yield _moved(path, _part_path(path, old), _part_path(path, new))
                if old.role != new.role and new.message not in roles:
                    roles.add(new.message)
                    yield changed((*path, new.message, "role"), old.role, new.role)
                yield from self.compare(old.value, new.value, _part_path(path, new), scope)


def _part_path(path: JsonPath, item: Item) -> JsonPath:
    inner: JsonPath = () if item.part is None else ("parts", item.part)
    return (*path, item.message, *inner)


def _moved(path: JsonPath, before: JsonPath, after: JsonPath) -> Difference:
    return Difference(
        ChangeKind.MOVED, Category.CONTENT, path, write_path(before), write_path(after)
    )


def _field_name(name: str, owner: JsonObject) -> str:
    """The provider's own word for the value of a part that no dialect knows."""
    kind = owner.get("type")
    return kind if name == "value" and isinstance(kind, str) else name


def _weighed(difference: Difference, category: Category) -> Difference:
    """A difference of a category of its own; nothing counted is as good as not counted."""
    nothing = category is Category.USAGE and not difference.before and not difference.after
    return difference._replace(category=Category.NOISE if nothing else category)


def _inside(name: str, value: Json, scope: Scope, rules: NoiseRules) -> Scope:
    # What a dialect keeps whole is the provider's own JSON.
    spoken = scope.spoken and name not in ("value", *_OPEN)
    # A list of contents is an API's own: blocks, with what is written in them.
    written = name in rules.written and not (name == "content" and isinstance(value, list))
    return scope._replace(spoken=spoken, written=scope.written or written)


def _read_id(value: Json) -> str | None:
    match value:
        case bool():
            return None
        case int() if value >= _MIN_ID_NUMBER:
            return str(value)
        case str() if value:
            return value
    return None


def _is_made_up(value: Json) -> bool:
    return not isinstance(value, str) or looks_generated(value)


def _read_inner(text: str) -> Json:
    """JSON in a string: an object or a list."""
    return read_json(text) if text[:1] in ("{", "[") else None


def _is_same(a: Json, b: Json) -> bool:
    # Python holds True to be 1.
    return a == b and isinstance(a, bool) == isinstance(b, bool)
