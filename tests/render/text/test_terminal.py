from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from cassette_cli.render.sheet import Fragment, FragmentKind, Section, Sheet, Turn
from cassette_cli.render.text.terminal import print_sheet


def _console(width: int, color_system: str | None = None) -> Console:
    return Console(
        file=StringIO(),
        width=width,
        force_terminal=color_system is not None,
        color_system="standard" if color_system else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _printed(sheet: Sheet, width: int) -> list[str]:
    console = _console(width)
    with console.capture() as captured:
        print_sheet(console, sheet)
    return [line.rstrip() for line in captured.get().splitlines()]


def _sheet(*turns: Turn) -> Sheet:
    return Sheet("a.yaml", "vcrpy 1", (Section(0, "GET /", "200 OK", (), turns),))


def _turn_lines(*fragments: Fragment, label: str = "user", margin: str = "") -> list[str]:
    return _printed(_sheet(Turn(label, fragments, margin)), 40)[4:]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        pytest.param(
            40,
            [
                "a.yaml                           vcrpy 1",
                "",
                "#0 POST https://example.org/      200 OK",
                "   openai-chat · m-1",
                "",
                "       user │ Hi there",
                "  assistant │ stop          2 in · 1 out",
            ],
            id="outcomes at the right edge",
        ),
        pytest.param(
            24,
            [
                "a.yaml           vcrpy 1",
                "",
                "#0 POST",
                "https://example.org/",
                "   → 200 OK",
                "   openai-chat · m-1",
                "",
                "       user │ Hi there",
                "  assistant │ stop",
                "            │ 2 in · 1",
                "            │ out",
            ],
            id="below each other where it is narrow",
        ),
    ],
)
def test_print_sheet(width: int, lines: list[str]) -> None:
    turns = (
        Turn("user", (Fragment(FragmentKind.TEXT, "Hi there"),)),
        Turn("assistant", (), "stop · 2 in · 1 out"),
    )
    section = Section(0, "POST https://example.org/", "200 OK", ("openai-chat", "m-1"), turns)
    assert _printed(Sheet("a.yaml", "vcrpy 1", (section,)), width) == lines


@pytest.mark.parametrize(
    ("fragment", "lines"),
    [
        pytest.param(Fragment(FragmentKind.TEXT, "a\n\nb"), ["a", "", "b"], id="lines"),
        pytest.param(
            Fragment(FragmentKind.TEXT, "the quick brown foxes jumped"),
            ["the quick brown foxes", "jumped"],
            id="wrap",
        ),
        pytest.param(
            Fragment(FragmentKind.TEXT, "x" * 30), ["x" * 26, "x" * 4], id="words too long fold"
        ),
        pytest.param(
            Fragment(FragmentKind.TEXT, "[b]:smile:[/b]"), ["[b]:smile:[/b]"], id="no markup"
        ),
        pytest.param(Fragment(FragmentKind.TEXT, "\x1b[31m"), ["\\x1b[31m"], id="terminal escapes"),
        pytest.param(Fragment(FragmentKind.REASONING, "a"), ["(reasoning) a"], id="reasoning"),
        pytest.param(Fragment(FragmentKind.REFUSAL, "a"), ["(refusal) a"], id="refusal"),
        pytest.param(
            Fragment(FragmentKind.CALL, '{"a": 2}', "add"), ['→ add({"a": 2})'], id="call"
        ),
        pytest.param(
            Fragment(FragmentKind.CALL, "broken", "add"), ["→ add(broken)"], id="broken call"
        ),
        pytest.param(Fragment(FragmentKind.RESULT, "5", "add"), ["← add: 5"], id="result"),
        pytest.param(Fragment(FragmentKind.RESULT, "null"), ["← null"], id="result of no call"),
        pytest.param(
            Fragment(FragmentKind.JSON, '{"a": 1}', "odd"), ['odd {"a": 1}'], id="titled JSON"
        ),
        pytest.param(Fragment(FragmentKind.JSON, "{\n  1\n}"), ["{", "  1", "}"], id="JSON"),
        pytest.param(
            Fragment(FragmentKind.MEDIA, "image/png, 3 B"), ["▣ image/png, 3 B"], id="media"
        ),
        pytest.param(Fragment(FragmentKind.EVENT, '{"a": 1}', "[0]"), ['[0] {"a": 1}'], id="event"),
        pytest.param(Fragment(FragmentKind.HEADERS, "A: b\nC: d"), ["A: b", "C: d"], id="headers"),
        pytest.param(Fragment(FragmentKind.NOTE, "odd"), ["odd"], id="note"),
        pytest.param(Fragment(FragmentKind.ERROR, "{}"), ["{}"], id="error"),
        pytest.param(Fragment(FragmentKind.TEXT, ""), [""], id="empty"),
    ],
)
def test_fragments(fragment: Fragment, lines: list[str]) -> None:
    first, *others = [f" │ {line}".rstrip() for line in lines]
    assert _turn_lines(fragment) == [f"       user{first}", *(" " * 11 + line for line in others)]


@pytest.mark.parametrize(
    ("margin", "line"),
    [
        pytest.param("stop · 2 in · 1 out", "stop          2 in · 1 out", id="reason and counts"),
        pytest.param("stop", "stop", id="reason alone"),
        pytest.param("365 ms", "                    365 ms", id="counts alone"),
    ],
)
def test_margins(margin: str, line: str) -> None:
    assert _turn_lines(margin=margin) == [f"       user │ {line}"]


@pytest.mark.parametrize(
    ("label", "line"),
    [
        pytest.param("", "            │", id="none"),
        pytest.param("assistant 1", "assistant 1 │", id="the number of a choice"),
        pytest.param("a long role name", "a long rol… │", id="cut"),
    ],
)
def test_labels(label: str, line: str) -> None:
    assert _turn_lines(label=label) == [line]


def test_wide_characters_count_twice() -> None:
    lines = _printed(_sheet(Turn("user", (Fragment(FragmentKind.TEXT, "漢" * 40),))), 60)
    assert max(cell_len(line) for line in lines) <= 60


def test_marks_and_json_are_coloured() -> None:
    event = Fragment(FragmentKind.EVENT, '"Hi"', "[0]", ((1, 3),))
    call = Fragment(FragmentKind.CALL, '{"a": 2}', "add")
    console = _console(80, "standard")
    with console.capture() as captured:
        print_sheet(console, _sheet(Turn("error", (event, call))))
    output = captured.get()
    assert "\x1b[1;32mHi\x1b[0m" in output
    assert '\x1b[1;34m"a"\x1b[0m' in output
    assert "\x1b[1;31m      error\x1b[0m" in output


def test_a_request_without_an_outcome_leaves_no_empty_line() -> None:
    section = Section(0, "GET https://example.org/", "", (), ())
    assert _printed(Sheet("a.yaml", "vcrpy 1", (section,)), 24) == [
        "a.yaml           vcrpy 1",
        "",
        "#0 GET",
        "https://example.org/",
        "",
    ]


def test_failures_stand_out() -> None:
    console = _console(80, "standard")
    with console.capture() as captured:
        print_sheet(console, Sheet("a", "b", (Section(0, "GET /", "500", (), (), failed=True),)))
    assert "\x1b[1;31m500\x1b[0m" in captured.get()
