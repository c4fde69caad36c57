import pytest

from cassette_cli.comparing.change import Category, Change, ChangeKind
from cassette_cli.comparing.file_diff import CassetteSummary, FileDiff, InteractionPair, TurnPath
from cassette_cli.json_values import Json
from cassette_cli.render.diff_sheet import diff_sheet, summary_line
from cassette_cli.render.text.diff_plain import plain_diff

_FILE = CassetteSummary("chat.yaml")
_TURNS = (
    TurnPath("prompt.messages[0]", "system"),
    TurnPath("prompt.messages[1]", "user"),
    TurnPath("completion.messages[0]", "assistant"),
)


def _change(path: str, before: Json, after: Json, category: Category = Category.CONTENT) -> Change:
    return Change(ChangeKind.CHANGED, category, 0, 0, path, before, after)


def _diff(
    *changes: Change, a: CassetteSummary | None = _FILE, b: CassetteSummary | None = _FILE
) -> FileDiff:
    places = dict.fromkeys((change.a, change.b) for change in changes)
    pairs = tuple(
        InteractionPair(old, new, "POST", "https://h.example/chat", 200, _TURNS)
        for old, new in places
        if old is not None or new is not None
    )
    return FileDiff(a, b, changes, pairs)


def _plain(diff: FileDiff, *, noise: bool = False) -> list[str]:
    return plain_diff(diff_sheet(diff, noise=noise)).splitlines()


def test_unchanged_turns_are_folded() -> None:
    diff = _diff(_change("completion.messages[0].parts[0].content", "One", "Two"))
    assert _plain(diff) == [
        "chat.yaml: 1 change",
        "",
        "#0 POST https://h.example/chat → 200",
        "  … 2 unchanged: system, user",
        "  completion.messages[0].parts[0].content (assistant)",
        "    - One",
        "    + Two",
    ]


def test_token_counts_share_a_line() -> None:
    diff = _diff(
        _change("completion.usage.input_tokens", 1, 2, Category.USAGE),
        _change("completion.usage.output_tokens", 3, 4, Category.USAGE),
    )
    assert _plain(diff)[3:] == [
        "  usage",
        "    - input_tokens 1, output_tokens 3",
        "    + input_tokens 2, output_tokens 4",
    ]


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        pytest.param(7, "7", ["    - 7", '    + "7"'], id="a type is told by its quotes"),
        pytest.param(None, "x", ["    - null", "    + x"], id="null is shown as such"),
    ],
)
def test_values_of_two_types(before: Json, after: Json, lines: list[str]) -> None:
    assert _plain(_diff(_change("request.body.a", before, after)))[4:] == lines


def test_noise_is_shown_where_it_is_wanted() -> None:
    diff = _diff(_change("duration_ms", 1.5, 2.5, Category.NOISE))
    assert _plain(diff) == ["chat.yaml: 0 changes, 1 of noise"]
    assert _plain(diff, noise=True)[2:] == [
        "#0 POST https://h.example/chat → 200",
        "  duration_ms (noise)",
        "    - 1.5",
        "    + 2.5",
    ]


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        pytest.param(
            Change(ChangeKind.MOVED, Category.CONTENT, 0, 2, "interaction", 0, 2),
            ["#0 → #2 POST https://h.example/chat → 200", "  moved from #0 to #2"],
            id="moved",
        ),
        pytest.param(
            Change(
                ChangeKind.ADDED, Category.CONTENT, None, 3, "interaction", None,
                {"model": "gpt-4o", "repeats": 1},
            ),
            [
                "#3 POST https://h.example/chat → 200",
                "  added",
                "    + model gpt-4o, repeats 1",
            ],
            id="added",
        ),
        pytest.param(
            Change(ChangeKind.REMOVED, Category.CONTENT, 3, None, "interaction", {}, None),
            ["#3 POST https://h.example/chat → 200", "  removed"],
            id="removed",
        ),
        pytest.param(
            Change(
                ChangeKind.MOVED,
                Category.CONTENT,
                0,
                0,
                "completion.messages[0].parts",
                "p[0]",
                "p[1]",
            ),
            [
                "#0 POST https://h.example/chat → 200",
                "  … 2 unchanged: system, user",
                "  completion.messages[0].parts (assistant) moved: p[0] → p[1]",
            ],
            id="a part moved",
        ),
    ],
)  # fmt: skip
def test_kinds(change: Change, lines: list[str]) -> None:
    assert _plain(_diff(change))[2:] == lines


def test_what_belongs_to_no_interaction_comes_first() -> None:
    change = Change(ChangeKind.CHANGED, Category.CONTENT, None, None, "messages[0].type", "a", "b")
    assert _plain(_diff(change))[2:] == ["file", "  messages[0].type", "    - a", "    + b"]


@pytest.mark.parametrize(
    ("a", "b", "title"),
    [
        pytest.param(
            CassetteSummary("a.yaml"), CassetteSummary("b.yaml"), "a.yaml → b.yaml", id="two names"
        ),
        pytest.param(CassetteSummary("a.yaml"), CassetteSummary("a.yaml"), "a.yaml", id="one name"),
        pytest.param(CassetteSummary("a.yaml"), None, "a.yaml (removed)", id="removed"),
        pytest.param(None, CassetteSummary("b.yaml"), "b.yaml (added)", id="added"),
    ],
)
def test_titles(a: CassetteSummary | None, b: CassetteSummary | None, title: str) -> None:
    assert diff_sheet(_diff(a=a, b=b), noise=False).title == title


def test_summary_line() -> None:
    diff = _diff(
        _change("x", 1, 2),
        _change("y", 1, 2),
        _change("z", 1, 2, Category.NOISE),
        _change("completion.usage.input_tokens", 1, 2, Category.USAGE),
    )
    assert summary_line(diff) == "2 changes, 1 of usage, 1 of noise"
