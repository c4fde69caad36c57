import pytest

from cassette_cli.render.sheet import Fragment, FragmentKind, Section, Sheet, Turn
from cassette_cli.render.text.plain import bare_sheet, plain_fragment, plain_sheet


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        pytest.param(Fragment(FragmentKind.TEXT, "a"), "a", id="text"),
        pytest.param(Fragment(FragmentKind.REASONING, "a"), "(reasoning) a", id="reasoning"),
        pytest.param(Fragment(FragmentKind.REFUSAL, "a"), "(refusal) a", id="refusal"),
        pytest.param(Fragment(FragmentKind.CALL, '{"a": 2}', "add"), '→ add({"a": 2})', id="call"),
        pytest.param(Fragment(FragmentKind.RESULT, "5", "add"), "← add: 5", id="result"),
        pytest.param(Fragment(FragmentKind.RESULT, "5"), "← 5", id="result of who knows what"),
        pytest.param(Fragment(FragmentKind.JSON, "{}", "hologram"), "hologram {}", id="JSON"),
        pytest.param(
            Fragment(FragmentKind.MEDIA, "image/png, 3 B"), "[image/png, 3 B]", id="media"
        ),
        pytest.param(Fragment(FragmentKind.HEADERS, "A: b\nC: d"), "A: b\nC: d", id="headers"),
        pytest.param(
            Fragment(FragmentKind.EVENT, "{}", "[0] ping", ((0, 1),)), "[0] ping {}", id="event"
        ),
        pytest.param(Fragment(FragmentKind.NOTE, "odd"), "odd", id="note"),
        pytest.param(Fragment(FragmentKind.ERROR, "{}"), "{}", id="error"),
        pytest.param(Fragment(FragmentKind.TEXT, "\x1b[31m"), "\\x1b[31m", id="terminal escapes"),
    ],
)
def test_plain_fragment(fragment: Fragment, text: str) -> None:
    assert plain_fragment(fragment) == text


def test_bare_sheet() -> None:
    turns = (
        Turn(
            "request",
            (Fragment(FragmentKind.JSON, "{}"), Fragment(FragmentKind.NOTE, "odd")),
            "stop",
        ),
        Turn("response", (Fragment(FragmentKind.TEXT, "a\nb"),)),
    )
    section = Section(0, "POST /chat", "200 OK", ("m-1",), turns)
    assert bare_sheet(Sheet("a.yaml", "vcrpy 1", (section,))) == "{}\na\nb\n"


def test_plain_sheet() -> None:
    turns = (
        Turn("user", (Fragment(FragmentKind.TEXT, "Hi\n\n  there \n"),)),
        Turn("", (Fragment(FragmentKind.NOTE, "odd"),)),
        Turn("assistant", (), "stop · 2 in"),
    )
    sheet = Sheet(
        "a\x1b\n.yaml",
        "vcrpy 1, 2 interactions",
        (
            Section(0, "POST /chat", "200 OK", ("openai-chat", "m-1"), turns),
            Section(1, "GET /", "", (), ()),
        ),
    )
    assert plain_sheet(sheet) == (
        "a\\x1b\\n.yaml (vcrpy 1, 2 interactions)\n"
        "\n"
        "#0 POST /chat → 200 OK\n"
        "   openai-chat · m-1\n"
        "user:\n"
        "  Hi\n"
        "\n"
        "    there\n"
        "\n"
        "  odd\n"
        "assistant:\n"
        "  [stop · 2 in]\n"
        "\n"
        "#1 GET /\n"
    )
