import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.render.markdown.transcript import (
    escape_markdown,
    fenced_code,
    inline_code,
    markdown_sheet,
)
from cassette_cli.render.sheet import Fragment, FragmentKind, Section, Sheet, Turn


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("a b", "`a b`", id="text"),
        pytest.param("a `b` c", "``a `b` c``", id="backticks within"),
        pytest.param("`a``", "``` `a`` ```", id="backticks at the ends"),
    ],
)
def test_inline_code(text: str, code: str) -> None:
    assert inline_code(text) == code


@given(st.text("`a\n", min_size=1))
def test_nothing_breaks_out_of_code(text: str) -> None:
    runs = re.findall("`+", text)
    for code in (fenced_code(text), inline_code(text)):
        opening = code[: len(code) - len(code.lstrip("`"))]
        assert code.endswith(opening)
        assert opening not in runs


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("{}", "```json\n{}\n```", id="text"),
        pytest.param("```\n", "````json\n```\n\n````", id="a fence within"),
    ],
)
def test_fenced_code(text: str, code: str) -> None:
    assert fenced_code(text, "json") == code


def test_escape_markdown() -> None:
    assert escape_markdown("*a* [b](c) <d> #1 | \\ ~") == r"\*a\* \[b\](c) \<d\> \#1 \| \\ \~"


@pytest.mark.parametrize(
    ("fragment", "lines"),
    [
        pytest.param(Fragment(FragmentKind.TEXT, "*a*\n\nb"), ["> \\*a\\*", ">", "> b"], id="text"),
        pytest.param(Fragment(FragmentKind.CALL, "{}", "add"), ["`→ add({})`"], id="call"),
        pytest.param(
            Fragment(FragmentKind.CALL, "{\n}", "add"),
            ["```", "→ add({", "})", "```"],
            id="long call",
        ),
        pytest.param(Fragment(FragmentKind.RESULT, "5"), ["`← 5`"], id="result"),
        pytest.param(Fragment(FragmentKind.JSON, "{}"), ["```json", "{}", "```"], id="JSON"),
        pytest.param(
            Fragment(FragmentKind.EVENT, "{}", "[0]"), ["`[0]`", "", "```", "{}", "```"], id="event"
        ),
        pytest.param(
            Fragment(FragmentKind.HEADERS, "A: b"), ["```http", "A: b", "```"], id="headers"
        ),
        pytest.param(Fragment(FragmentKind.MEDIA, "image"), ["> \\[image\\]"], id="media"),
        pytest.param(Fragment(FragmentKind.TEXT, "\x1b"), ["> \\\\x1b"], id="terminal escapes"),
    ],
)
def test_fragments(fragment: Fragment, lines: list[str]) -> None:
    sheet = Sheet("a.yaml", "", (Section(0, "GET /", "", (), (Turn("", (fragment,)),)),))
    assert markdown_sheet(sheet).split("\n")[6:-2] == lines


def test_markdown_sheet() -> None:
    turn = Turn("us*er", (Fragment(FragmentKind.TEXT, "Hi"),), "stop · 2 in")
    section = Section(0, "POST /", "200 OK", ("openai-chat", "m_1"), (turn,))
    assert markdown_sheet(Sheet("a.yaml", "vcrpy 1", (section,))) == (
        "# `a.yaml`\n"
        "\n"
        "vcrpy 1\n"
        "\n"
        "## `#0 POST / → 200 OK`\n"
        "\n"
        "openai-chat · m\\_1\n"
        "\n"
        "**us\\*er**\n"
        "\n"
        "> Hi\n"
        "\n"
        "*stop · 2 in*\n"
    )
