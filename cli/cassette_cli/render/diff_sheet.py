"""Differences laid out for people: interactions, their turns, what changed in each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.comparing.change import Category, Change, ChangeKind
from cassette_cli.comparing.file_diff import CassetteSummary, FileDiff, InteractionPair
from cassette_cli.counted import counted
from cassette_cli.json_values import Json
from cassette_cli.render.diff_order import placed_changes
from cassette_cli.render.safe_text import safe_json, safe_line
from cassette_cli.render.said import said_in_interaction, said_in_message
from cassette_cli.render.text.diff_lines import Line, lines_between


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: its place, and the lines from before to after."""

    title: str
    lines: tuple[Line, ...]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class UnchangedTurns:
    """Turns in which nothing changed."""

    text: str


@dataclass(frozen=True, slots=True)
class DiffSection:
    """One interaction."""

    title: str
    entries: tuple[Entry | UnchangedTurns, ...]
    kind: ChangeKind = ChangeKind.CHANGED


@dataclass(frozen=True, slots=True)
class DiffSheet:
    """One pair of files."""

    title: str
    summary: str
    sections: tuple[DiffSection, ...]


def diff_sheet(diff: FileDiff, *, noise: bool) -> DiffSheet:
    """Lay out the changes of one pair of files; noise where that is wanted."""
    shown = [change for change in diff.changes if noise or change.category is not Category.NOISE]
    sections = [
        _section(pair, [change for change in shown if (change.a, change.b) == (pair.a, pair.b)])
        for pair in diff.pairs
    ]
    loose = [change for change in shown if change.a is None and change.b is None]
    if loose:
        entries = tuple(_entry(change, "") for change in loose)
        sections.insert(0, DiffSection("file", entries))
    return DiffSheet(
        _title(diff.a, diff.b),
        summary_line(diff),
        tuple(section for section in sections if section.entries),
    )


def summary_line(diff: FileDiff) -> str:
    """How much changed: `3 changes, 2 of usage, 14 of noise`."""
    matter = sum(change.matters for change in diff.changes)
    usage = sum(change.category is Category.USAGE for change in diff.changes)
    counts = [counted(matter, "change")]
    counts += [f"{usage} of usage"] if usage else []
    counts += [f"{diff.noise} of noise"] if diff.noise else []
    return ", ".join(counts)


def _title(a: CassetteSummary | None, b: CassetteSummary | None) -> str:
    if a is None or b is None:
        there = a or b
        word = "removed" if b is None else "added"
        return f"{safe_line(there.path)} ({word})" if there else ""
    if a.path == b.path:
        return safe_line(b.path)
    return f"{safe_line(a.path)} → {safe_line(b.path)}"


def _section(pair: InteractionPair, changes: list[Change]) -> DiffSection:
    status = "" if pair.status_code is None else f" → {pair.status_code}"
    request = safe_line(f"{pair.method} {pair.url or '(no URL)'}")
    whole = next((change for change in changes if change.path == "interaction"), None)
    inner = [change for change in changes if change.path != "interaction"]
    entries: list[Entry | UnchangedTurns] = []
    if whole is not None and whole.kind is not ChangeKind.MOVED:
        entries.append(Entry(whole.kind.value, tuple(_summary_lines(whole))))
    elif whole is not None:
        entries.append(Entry(f"moved from #{pair.a} to #{pair.b}", ()))
    entries += _entries(pair, inner)
    kind = whole.kind if whole else ChangeKind.CHANGED
    return DiffSection(f"{_number(pair)} {request}{status}", tuple(entries), kind)


def _number(pair: InteractionPair) -> str:
    if pair.a is None or pair.b is None or pair.a == pair.b:
        return f"#{pair.b if pair.a is None else pair.a}"
    return f"#{pair.a} → #{pair.b}"


def _entries(pair: InteractionPair, changes: list[Change]) -> Iterator[Entry | UnchangedTurns]:
    usage = [change for change in changes if change.category is Category.USAGE]
    placed = placed_changes(
        pair, [change for change in changes if change.category is not Category.USAGE]
    )
    yield from (_entry(change, "") for change, _ in placed.loose)
    quiet: list[str] = []
    for turn, here in placed.turns:
        if not here and turn is not None:
            quiet.append(turn.label)
            continue
        yield from _fold(quiet)
        quiet = []
        yield from (_entry(change, label) for change, label in here)
    if any(here for _, here in placed.turns):
        yield from _fold(quiet)
    if usage:
        yield Entry("usage", tuple(lines_between(*_usage_lines(usage))), quiet=True)


def _fold(labels: Sequence[str]) -> list[UnchangedTurns]:
    if not labels:
        return []
    roles = ", ".join(safe_line(label) for label in labels)
    return [UnchangedTurns(f"{len(labels)} unchanged: {roles}")]


def _entry(change: Change, label: str) -> Entry:
    quiet = change.category in (Category.NOISE, Category.USAGE)
    words = [label]
    words += [change.category.value] if change.category is not Category.CONTENT else []
    notes = ", ".join(safe_line(word) for word in words if word)
    title = safe_line(change.path) + (f" ({notes})" if notes else "")
    if change.kind is ChangeKind.MOVED:
        return Entry(f"{title} moved: {change.before} → {change.after}", (), quiet)
    if change.path.endswith(".role") and change.kind is ChangeKind.CHANGED:
        words_of = f"{change.before} → {change.after}"
        return Entry(f"{safe_line(change.path)}: {safe_line(words_of)}{_repeated_in(change)}", ())
    return Entry(title + _repeated_in(change), tuple(lines_between(*_sides(change))), quiet)


def _repeated_in(change: Change) -> str:
    """Which other interactions have the same change: ` and in #2 … #9`, at most."""
    places = {b if a is None else a for a, b, _ in change.repeats}
    numbers = sorted(place for place in places if place is not None)
    return f" and in {_runs_of(numbers)}" if numbers else ""


def _runs_of(numbers: Sequence[int]) -> str:
    """Numbers in short: `#1, #3 … #9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"#{run[0]} … #{run[-1]}" if len(run) > 2 else ", ".join(f"#{n}" for n in run)  # noqa: PLR2004 -- two are no run
        for run in runs
    )


def _sides(change: Change) -> tuple[Json, Json]:
    """What stands on both sides; a null that became something is shown as such."""
    if change.kind is not ChangeKind.CHANGED:
        said = (said_in_message(value) or value for value in (change.before, change.after))
        before, after = said
        return before, after
    before = "null" if change.before is None else change.before
    after = "null" if change.after is None else change.after
    if isinstance(before, str) != isinstance(after, str):
        # A number that became a text of the same digits is told by its quotes.
        return _spelled(change.before), _spelled(change.after)
    return before, after


def _spelled(value: Json) -> str:
    return safe_json(value, indent=2)


def _usage_lines(changes: list[Change]) -> tuple[str | None, str | None]:
    """The counts of both sides; what was not counted is left out."""
    names = [change.path.rpartition("usage.")[2] for change in changes]
    before = zip(names, (change.before for change in changes), strict=True)
    after = zip(names, (change.after for change in changes), strict=True)
    return _counts(before), _counts(after)


def _counts(counts: Iterable[tuple[str, Json]]) -> str | None:
    words = [f"{name} {_spelled_count(count)}" for name, count in counts if count is not None]
    return ", ".join(words) or None


def _spelled_count(count: Json) -> str:
    return str(count) if isinstance(count, int | float) else safe_json(count)


def _summary_lines(change: Change) -> list[Line]:
    """An interaction that only one side has: what its title does not say."""
    before, after = said_in_interaction(change.before), said_in_interaction(change.after)
    return lines_between(before or None, after or None)
