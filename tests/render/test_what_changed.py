import pytest

from cassette_cli.comparing.change import Category, Change, ChangeKind
from cassette_cli.comparing.file_diff import CassetteSummary, FileDiff
from cassette_cli.json_values import Json
from cassette_cli.render.what_changed import roll_up


def _diff(path: str, before: Json, after: Json, kind: ChangeKind = ChangeKind.CHANGED) -> FileDiff:
    summary = CassetteSummary("chat.yaml")
    change = Change(kind, Category.CONTENT, 0, 0, path, before, after)
    return FileDiff(summary, summary, (change,))


@pytest.mark.parametrize(
    ("diffs", "rolled"),
    [
        pytest.param([_diff("prompt.model", "a", "b")], "", id="one file speaks for itself"),
        pytest.param(
            [_diff("prompt.model", "a", "b"), _diff("completion.model", "a", "b")],
            "2 cassettes: 2 × model a → b",
            id="values where they are short",
        ),
        pytest.param(
            [_diff("prompt.settings.seed", None, 7, ChangeKind.ADDED)] * 2,
            "2 cassettes: 2 × settings seed + 7",
            id="a new setting",
        ),
        pytest.param(
            [
                _diff("completion.messages[0].parts[0].content", "x", "y"),
                *[_diff("prompt.model", "a", "b")] * 2,
            ],
            "3 cassettes: 2 × model a → b · 1 × answer",
            id="most common first",
        ),
        pytest.param(
            [FileDiff(None, CassetteSummary("a"), ()), FileDiff(CassetteSummary("b"), None, ())],
            "2 cassettes: 1 × file added · 1 × file removed",
            id="files that came and went",
        ),
    ],
)
def test_roll_up(diffs: list[FileDiff], rolled: str) -> None:
    assert roll_up(diffs) == rolled
