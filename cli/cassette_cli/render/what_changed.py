"""Changes in a few words, of one file and of many."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cassette_cli.comparing.change import Change, ChangeKind
from cassette_cli.comparing.file_diff import FileDiff
from cassette_cli.counted import counted
from cassette_cli.json_values import Json
from cassette_cli.render.safe_text import safe_json, safe_line

_WORDS = (
    (re.compile(r"interaction"), "interaction"),
    (re.compile(r"(prompt|completion)\.model"), "model"),
    (re.compile(r"prompt\.tool_definitions"), "tool definitions"),
    (re.compile(r"prompt\.settings"), "settings"),
    (re.compile(r"prompt"), "prompt"),
    (re.compile(r"completion.*\.finish_reason"), "finish reason"),
    (re.compile(r"completion.*\.(arguments|name)\b"), "tool call"),
    (re.compile(r"completion\.error"), "error"),
    (re.compile(r"completion"), "answer"),
    (re.compile(r"complete|streamed"), "stream"),
    (re.compile(r"response\.status_code"), "status"),
    (re.compile(r"request\.(url|method)"), "URL"),
    (re.compile(r"\w+\.headers"), "headers"),
    (re.compile(r"request"), "request"),
    (re.compile(r""), "response"),
)
_MAX_VALUE = 40
_MAX_KINDS = 10
_MEMBER = re.compile(r"[.\[]([^.\[\]]+)\]?$")
# What is told by its values: few of them, and short.
_VALUED = ("model", "settings", "tool definitions", "status", "finish reason", "stream", "request")


def what_changed(changes: Sequence[Change]) -> str:
    """Changes in a few words: `2 × answer, prompt`."""
    counts = Counter(word_for(change) for change in changes if change.matters)
    return ", ".join(word if count == 1 else f"{count} × {word}" for word, count in counts.items())


def word_for(change: Change) -> str:
    """What a change is of, in a word or two: `answer`, `tool call`, `interaction added`."""
    word = next(word for pattern, word in _WORDS if pattern.match(change.path))
    return f"{word} {change.kind.value}" if word == "interaction" else word


def roll_up(diffs: Sequence[FileDiff]) -> str:
    """What changed in how many files, most common first; "" where at most one differs.

    Reads like `85 cassettes: 42 × settings seed 1 → 2 · 12 × answer · 3 × file added`.
    """
    differing = [diff for diff in diffs if not diff.equal]
    if len(differing) < 2:  # noqa: PLR2004 -- one file speaks for itself
        return ""
    counts = Counter(words for diff in differing for words in dict.fromkeys(_words_of(diff)))
    told = [f"{count} × {words}" for words, count in counts.most_common(_MAX_KINDS)]
    rest = len(counts) - len(told)
    told += [f"{rest} more"] if rest > 0 else []
    return f"{counted(len(differing), 'cassette')}: {' · '.join(told)}"


def _words_of(diff: FileDiff) -> Iterator[str]:
    if diff.a is None or diff.b is None:
        yield f"file {'added' if diff.a is None else 'removed'}"
        return
    for change in diff.changes:
        if change.matters:
            yield _words_for(change)


def _words_for(change: Change) -> str:
    """The kind of a change, and its values where they are short."""
    word = word_for(change)
    before, after = _short(change.before), _short(change.after)
    if word not in _VALUED or change.kind is ChangeKind.MOVED or before is None or after is None:
        return word
    member = _MEMBER.search(change.path)
    name = f" {member[1]}" if member and member[1] not in (word, "status_code") else ""
    match change.kind:
        case ChangeKind.ADDED:
            return safe_line(f"{word}{name} + {after}")
        case ChangeKind.REMOVED:
            return safe_line(f"{word}{name} removed: {before}")
    return safe_line(f"{word}{name} {before} → {after}")


def _short(value: Json) -> str | None:
    spelled = value if isinstance(value, str) else safe_json(value)
    return spelled if len(spelled) <= _MAX_VALUE and not isinstance(value, dict | list) else None
