"""What a comparison says of two files, with as much around the changes as a reader needs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from cassette_cli.comparing.change import Category, Change
from cassette_cli.comparing.comparison import compare_interactions
from cassette_cli.comparing.difference import Scope
from cassette_cli.comparing.identities import Renaming
from cassette_cli.comparing.json_comparison import Comparer
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.document import Mapping, Node, json_of
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading, read_interactions
from cassette_cli.transcript import (
    Conversation,
    GenericPart,
    Message,
    Part,
    Reasoning,
    Refusal,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
)


@dataclass(frozen=True, slots=True)
class CassetteSummary:
    """One cassette in a line: what was called, how it ended, and what it cost."""

    path: str
    models: tuple[str, ...] = ()
    finish_reasons: tuple[str, ...] = ()
    input_tokens: int = 0
    output_tokens: int = 0


@dataclass(frozen=True, slots=True)
class TurnPath:
    """A turn of a transcript: the path that its changes begin with, and whose it is.

    `parts` says of each part what it is, where that is not simply a text: `, reasoning`.
    """

    path: str
    label: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InteractionPair:
    """Where changes stand: two interactions that correspond, or one that is alone.

    `turns` are those of the later recording, `turns_before` those of the earlier one.
    """

    a: int | None
    b: int | None
    method: str
    url: str
    status_code: int | None
    turns: tuple[TurnPath, ...]
    turns_before: tuple[TurnPath, ...] = ()


@dataclass(frozen=True, slots=True)
class FileDiff:
    """The changes from one file to another, noise included; None for a file that is not there."""

    a: CassetteSummary | None
    b: CassetteSummary | None
    changes: tuple[Change, ...]
    pairs: tuple[InteractionPair, ...] = ()

    @property
    def equal(self) -> bool:
        """Whether nothing but noise and usage differs."""
        both = self.a is not None and self.b is not None
        return both and not any(change.matters for change in self.changes)

    @property
    def noise(self) -> int:
        """How many changes mean nothing."""
        return sum(change.category is Category.NOISE for change in self.changes)

    def is_equal(self, *, strict: bool) -> bool:
        """The same; strictly, noise and usage count, too."""
        return self.equal and not (strict and self.changes)


def only_at(diff: FileDiff, before: Collection[int], after: Collection[int]) -> FileDiff:
    """What concerns interactions at these positions, of the earlier or of the later file."""
    return replace(
        diff,
        changes=tuple(one for one in diff.changes if one.a in before or one.b in after),
        pairs=tuple(one for one in diff.pairs if one.a in before or one.b in after),
    )


def compare_files(a: Cassette | None, b: Cassette | None, rules: NoiseRules) -> FileDiff:
    """Compare two cassettes, of any two recorders; None is a file that is not there."""
    before = read_interactions(a) if a else ()
    after = read_interactions(b) if b else ()
    changes = compare_interactions(before, after, rules)
    if a is not None and b is not None:
        compare = _compare_documents if a.not_http or b.not_http else _compare_metadata
        changes += tuple(compare(a, b, rules))
    return FileDiff(
        _summary(a, before) if a else None,
        _summary(b, after) if b else None,
        changes,
        _pairs(changes, before, after),
    )


def _compare_documents(a: Cassette, b: Cassette, rules: NoiseRules) -> Iterable[Change]:
    """Recordings that are no HTTP have no interactions: their files are compared as data."""
    before, after = (_data_of(cassette.document.resolved) for cassette in (a, b))
    yield from _compare_data(rules, before, after, (), Scope(response=True))


def _compare_metadata(a: Cassette, b: Cassette, rules: NoiseRules) -> Iterable[Change]:
    """What a test says of its recording, and reads again: `metadata` of vcrpy 9."""
    roots = (cassette.document.resolved for cassette in (a, b))
    before, after = (
        _data_of(root.get("metadata")) if isinstance(root, Mapping) else None for root in roots
    )
    yield from _compare_data(rules, before, after, ("metadata",), Scope(response=False))


def _compare_data(
    rules: NoiseRules, a: Json, b: Json, place: JsonPath, scope: Scope
) -> Iterable[Change]:
    for kind, category, path, before, after in Comparer(rules, Renaming()).compare(
        a, b, place, scope
    ):
        yield Change(kind, category, None, None, write_path(path), before, after)


def _data_of(node: Node | None) -> Json:
    return None if node is None else json_of(node)


def _summary(cassette: Cassette, readings: tuple[Reading, ...]) -> CassetteSummary:
    conversations = [one.conversation for one in readings if one.conversation is not None]
    usages = [conversation.completion.usage for conversation in conversations]
    return CassetteSummary(
        cassette.path,
        _unique(
            conversation.completion.model or conversation.prompt.model
            for conversation in conversations
        ),
        _unique(
            message.finish_reason
            for conversation in conversations
            for message in conversation.completion.messages
        ),
        sum(usage.input_tokens or 0 for usage in usages if usage),
        sum(usage.output_tokens or 0 for usage in usages if usage),
    )


def _unique(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _pairs(
    changes: tuple[Change, ...], a: tuple[Reading, ...], b: tuple[Reading, ...]
) -> tuple[InteractionPair, ...]:
    pairs = []
    for old, new in dict.fromkeys((change.a, change.b) for change in changes):
        if new is not None:
            pairs.append(_pair(old, new, b[new], None if old is None else a[old]))
        elif old is not None:
            pairs.append(_pair(old, new, a[old], a[old]))
    return tuple(pairs)


def _pair(
    a: int | None, b: int | None, reading: Reading, before: Reading | None
) -> InteractionPair:
    interaction = reading.interaction
    return InteractionPair(
        a,
        b,
        interaction.request.method,
        interaction.request.url,
        interaction.response.status_code,
        _turns_of(reading),
        () if before is None else _turns_of(before),
    )


def _turns_of(reading: Reading) -> tuple[TurnPath, ...]:
    return () if reading.conversation is None else tuple(_turns(reading.conversation))


def _turns(conversation: Conversation) -> Iterable[TurnPath]:
    prompt = conversation.prompt
    if prompt.system_instructions:
        yield TurnPath("prompt.system_instructions", "system")
    if prompt.tool_definitions:
        yield TurnPath("prompt.tool_definitions", "tools")
    for place, message in enumerate(prompt.messages):
        yield TurnPath(f"prompt.messages[{place}]", message.role, _part_labels(message))
    for place, message in enumerate(conversation.completion.messages):
        yield TurnPath(f"completion.messages[{place}]", message.role, _part_labels(message))


def _part_labels(message: Message) -> tuple[str, ...]:
    return tuple(map(_part_label, message.parts))


def _part_label(part: Part) -> str:
    match part:
        case Text():
            return ""
        case Reasoning():
            return ", reasoning"
        case Refusal():
            return ", refusal"
        case ToolCall(name=name) | ServerToolCall(name=name):
            return f" calls {name}"
        case ToolResult() | ServerToolResult():
            return ", result"
        case GenericPart(kind):
            return f", {kind}"
    return ""
