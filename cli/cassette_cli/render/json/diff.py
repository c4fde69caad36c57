"""Differences as the JSON that the command line promises."""

from collections.abc import Sequence

from cassette_cli.comparing.change import Category, Change
from cassette_cli.comparing.file_diff import FileDiff
from cassette_cli.json_values import Json


def diff_json(diffs: Sequence[FileDiff], *, noise: bool, strict: bool) -> dict[str, Json]:
    """All compared files; with `noise`, noise is listed and not only counted."""
    return {
        "equal": all(diff.is_equal(strict=strict) for diff in diffs),
        "files": [_file_json(diff, noise=noise, strict=strict) for diff in diffs],
    }


def _file_json(diff: FileDiff, *, noise: bool, strict: bool) -> Json:
    return {
        "a": diff.a.path if diff.a else None,
        "b": diff.b.path if diff.b else None,
        "equal": diff.is_equal(strict=strict),
        "changes": [
            _change_json(change)
            for change in diff.changes
            if noise or change.category is not Category.NOISE
        ],
        "noise": diff.noise,
    }


def _change_json(change: Change) -> Json:
    repeats: dict[str, Json] = (
        {"repeats": [list(repeat) for repeat in change.repeats]} if change.repeats else {}
    )
    return {
        "kind": change.kind.value,
        "class": change.category.value,
        "a": change.a,
        "b": change.b,
        "path": change.path,
        "before": change.before,
        "after": change.after,
        **repeats,
    }
