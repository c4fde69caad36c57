import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.nodes import Mapping, Scalar, walk
from cassette_cli.document.offsets import scalar_runs
from cassette_cli.document.parse import parse
from cassette_cli.document.raw_scalar import Run, content_start, decode, flow_runs
from cassette_cli.errors import ParseError


@pytest.mark.parametrize(
    ("text", "style", "runs"),
    [
        pytest.param("abc", "", [Run(0, 3, None)], id="text stands for itself"),
        pytest.param("", "", [], id="nothing"),
        pytest.param(
            "a \n  b",
            "",
            [Run(0, 1, None), Run(1, 5, " "), Run(5, 6, None)],
            id="a fold is a blank",
        ),
        pytest.param(
            "a\n\nb", "'", [Run(0, 1, None), Run(1, 3, "\n"), Run(3, 4, None)], id="a gap"
        ),
        pytest.param("''", "'", [Run(0, 2, "'")], id="a quote is doubled"),
        pytest.param(r"\x41\n", '"', [Run(0, 4, "A"), Run(4, 6, "\n")], id="escapes"),
        pytest.param(r"\ud83d\ude00", '"', [Run(0, 12, "\U0001f600")], id="a surrogate pair"),
        pytest.param(
            "a \\\n  b", '"', [Run(0, 2, None), Run(6, 7, None)], id="a continued line says nothing"
        ),
        pytest.param(
            "\\\n\n b", '"', [Run(0, 4, "\n"), Run(4, 5, None)], id="but a gap in it does"
        ),
        pytest.param("\\\u2028x", '"', [Run(2, 3, None)], id="continued at a line separator"),
        pytest.param(
            "a\u2028b",
            "'",
            [Run(0, 1, None), Run(1, 2, "\u2028"), Run(2, 3, None)],
            id="a line separator does not fold",
        ),
    ],
)
def test_flow_runs(text: str, style: str, runs: list[Run]) -> None:
    assert list(flow_runs(text, 0, len(text), style)) == runs


def test_json_has_no_folds() -> None:
    assert list(flow_runs("a\u2028b", 0, 3, '"', json=True)) == [Run(0, 3, None)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("a: x", 3, id="nothing before it"),
        pytest.param("a: !!str x", 9, id="a tag"),
        pytest.param("a: &b !c x", 9, id="an anchor and a tag"),
        pytest.param("a: !b # c\n  &d\n  x", 17, id="over lines and a comment"),
    ],
)
def test_content_start(text: str, start: int) -> None:
    root = parse("a.yaml", text).root
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Scalar)
    assert content_start(text, value) == start


@given(
    st.text(alphabet="ab \t\n'\"\\#:-|>+2\u2028\r", max_size=40),
    st.sampled_from(["", "'", '"', "|", ">"]),
)
def test_every_scalar_decodes_to_what_is_read(text: str, style: str) -> None:
    closing = "" if style in ("", "|", ">") else style
    source = f"k: {style}{text}{closing}\n"
    try:
        document = parse("a.yaml", source)
    except ParseError:
        return
    for root in document.roots:
        for node in walk(root):
            if isinstance(node, Scalar):
                assert decode(source, scalar_runs(document, node)) == node.value
