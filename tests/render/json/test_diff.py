import pytest

from cassette_cli.comparing.change import Category, Change, ChangeKind
from cassette_cli.comparing.file_diff import CassetteSummary, FileDiff
from cassette_cli.json_values import Json
from cassette_cli.render.json.diff import diff_json

_NOISE = Change(ChangeKind.CHANGED, Category.NOISE, 0, 0, "duration_ms", 1, 2)
_USAGE = Change(ChangeKind.CHANGED, Category.USAGE, 0, 0, "completion.usage.input_tokens", 1, 2)
_DIFF = FileDiff(CassetteSummary("a.yaml"), CassetteSummary("b.yaml"), (_NOISE, _USAGE))
_USAGE_JSON: Json = {
    "kind": "changed",
    "class": "usage",
    "a": 0,
    "b": 0,
    "path": "completion.usage.input_tokens",
    "before": 1,
    "after": 2,
}


def test_as_promised() -> None:
    assert diff_json([_DIFF], noise=False, strict=False) == {
        "equal": True,
        "files": [
            {"a": "a.yaml", "b": "b.yaml", "equal": True, "changes": [_USAGE_JSON], "noise": 1}
        ],
    }


@pytest.mark.parametrize(
    ("noise", "strict", "equal", "count"),
    [
        pytest.param(True, False, True, 2, id="noise is listed"),
        pytest.param(False, True, False, 1, id="strictly it makes a difference"),
    ],
)
def test_options(noise: bool, strict: bool, equal: bool, count: int) -> None:  # noqa: FBT001 -- columns
    match diff_json([_DIFF], noise=noise, strict=strict):
        case {"equal": bool(whole), "files": [{"equal": bool(each), "changes": list(changes)}]}:
            assert (whole, each, len(changes)) == (equal, equal, count)


def test_a_file_that_is_not_there() -> None:
    found = diff_json([FileDiff(None, CassetteSummary("b.yaml"), ())], noise=False, strict=False)
    assert found == {
        "equal": False,
        "files": [{"a": None, "b": "b.yaml", "equal": False, "changes": [], "noise": 0}],
    }
