import pytest

from cassette_cli.comparing.change import Category, Change, ChangeKind
from cassette_cli.comparing.file_diff import CassetteSummary, FileDiff, InteractionPair
from cassette_cli.json_values import Json
from cassette_cli.render.markdown.diff import MAX_LENGTH, markdown_diff
from cassette_cli.render.what_changed import what_changed

_FILE = CassetteSummary("t.yaml")


def _change(path: str, before: Json = "old", after: Json = "new", place: int = 0) -> Change:
    return Change(ChangeKind.CHANGED, Category.CONTENT, place, place, path, before, after)


def _diff(
    *changes: Change, a: CassetteSummary | None = _FILE, b: CassetteSummary | None = _FILE
) -> FileDiff:
    places = dict.fromkeys((change.a, change.b) for change in changes)
    pairs = tuple(
        InteractionPair(old, new, "GET", "https://h.example/", 200, ()) for old, new in places
    )
    return FileDiff(a, b, changes, pairs)


def test_a_table_and_details() -> None:
    a = CassetteSummary("t.yaml", ("gpt-4o",), ("stop",), 100, 20)
    b = CassetteSummary("t.yaml", ("gpt-5",), ("stop",), 100, 25)
    change = _change("completion.messages[0].parts[0].content")
    assert markdown_diff([_diff(change, a=a, b=b), _diff()], noise=False) == (
        "**1 cassette changed**, 1 equal but for noise\n"
        "\n"
        "| File | What changed | Model | Finish reason | Tokens in | Tokens out |\n"
        "| --- | --- | --- | --- | ---: | ---: |\n"
        "| t.yaml | answer | gpt-4o → gpt-5 | stop | 100 | 25 (+5) |\n"
        "\n"
        "<details>\n"
        "<summary>t.yaml: 1 change</summary>\n"
        "\n"
        "`#0 GET https://h.example/ → 200`\n"
        "\n"
        "```diff\n"
        "@@ completion.messages[0].parts[0].content @@\n"
        "- old\n"
        "+ new\n"
        "```\n"
        "\n"
        "</details>\n"
        "\n"
    )


def test_nothing_changed() -> None:
    assert markdown_diff([_diff()], noise=False) == (
        "**0 cassettes changed**, 1 equal but for noise\n\n"
    )


@pytest.mark.parametrize(
    ("path", "word"),
    [
        pytest.param("interaction", "interaction changed", id="interaction"),
        pytest.param("prompt.model", "model", id="model"),
        pytest.param("prompt.messages[0].parts[0].content", "prompt", id="prompt"),
        pytest.param("prompt.tool_definitions[0].name", "tool definitions", id="tools"),
        pytest.param("prompt.settings.temperature", "settings", id="settings"),
        pytest.param("completion.messages[0].finish_reason", "finish reason", id="finish"),
        pytest.param("completion.messages[0].parts[0].arguments.a", "tool call", id="call"),
        pytest.param("completion.error", "error", id="error"),
        pytest.param("complete", "stream", id="stream"),
        pytest.param("response.status_code", "status", id="status"),
        pytest.param("request.url", "URL", id="URL"),
        pytest.param("response.headers.Accept", "headers", id="headers"),
        pytest.param("request.body.a", "request", id="request"),
        pytest.param("response.body.a", "response", id="response"),
    ],
)
def test_what_changed(path: str, word: str) -> None:
    assert what_changed([_change(path)]) == word
    assert what_changed([_change(path), _change(path)]) == f"2 × {word}"


@pytest.mark.parametrize(
    ("diffs", "note"),
    [
        pytest.param(
            [_diff(_change("request.body", "a" * 900, "\n".join("b" * 900 for _ in range(99))))]
            * 300,
            "Left out for length: the details of ",
            id="many files",
        ),
        pytest.param(
            [
                _diff(
                    *(
                        _change("x", "\n".join("c" * 500 for _ in range(99)), "d", place)
                        for place in range(99)
                    )
                )
            ],
            " more interactions.",
            id="many interactions",
        ),
        pytest.param(
            [
                _diff(_change("x"), b=CassetteSummary(f"{'long/' * 50}{place}.yaml"))
                for place in range(900)
            ],
            " files more ",
            id="many rows",
        ),
    ],
)
def test_it_is_never_too_long_and_says_what_is_left_out(diffs: list[FileDiff], note: str) -> None:
    text = markdown_diff(diffs, noise=False)
    assert len(text) < MAX_LENGTH + 100
    assert note in text
    assert text.count("<details>") == text.count("</details>")


def test_long_lines_are_cut() -> None:
    text = markdown_diff([_diff(_change("x", "a" * 1000, "b"))], noise=False)
    assert "… 402 characters left out" in text


def test_recorded_text_breaks_out_of_nothing() -> None:
    evil = "```\n</details><script>alert(1)</script> @someone \x1b[2J"
    text = markdown_diff(
        [_diff(_change("x", evil, "y"), b=CassetteSummary("<b>|@a`*.yaml"))], noise=False
    )
    table, _, details = text.partition("<details>")
    assert "\\<b\\>\\|&#64;a\\`\\*.yaml" in table
    assert "<summary>t.yaml → &lt;b&gt;|&#64;a`*.yaml: 1 change</summary>" in details
    fence = "````"
    code = details.split(fence)[1]
    assert "</details><script>" in code
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("a", "b", "word"),
    [
        pytest.param(
            None, CassetteSummary("n.yaml", (), (), 3, 4), "| n.yaml | added |", id="added"
        ),
        pytest.param(CassetteSummary("o.yaml"), None, "| o.yaml | removed |", id="removed"),
    ],
)
def test_files_that_one_side_lacks(
    a: CassetteSummary | None, b: CassetteSummary | None, word: str
) -> None:
    assert word in markdown_diff([_diff(a=a, b=b)], noise=False)


def test_noise_where_it_is_wanted() -> None:
    noise = Change(ChangeKind.CHANGED, Category.NOISE, 0, 0, "duration_ms", 1, 2)
    assert "| t.yaml | noise |" in markdown_diff([_diff(noise)], noise=True)
