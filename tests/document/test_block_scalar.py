import pytest

from cassette_cli.document.block_scalar import block_runs, read_block
from cassette_cli.document.raw_scalar import decode
from tests.conftest import source


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param(
            source("""
                |
                  a
                  b
                """),
            source("""
                a
                b
                """),
            id="literal",
        ),
        pytest.param("|-\n  a\n\n", "a", id="stripped"),
        pytest.param("|+\n  a\n\n", "a\n\n", id="kept"),
        pytest.param("|\n  a\n\n", "a\n", id="clipped"),
        pytest.param("|\n  a", "a", id="no break at the end of the file"),
        pytest.param("|2 # c\n    a\n", "  a\n", id="indented"),
        pytest.param("|2\n\n    a\n   b\n", "\n  a\n b\n", id="indented behind a blank line"),
        pytest.param("|1+\n\n\n", "\n\n", id="indented blank lines"),
        pytest.param("|2-", "", id="nothing behind the header"),
        pytest.param("|\r\n  a\r\n  b\r\n", "a\nb\n", id="CRLF"),
        pytest.param("|\n  a\u2028  b\n", "a\u2028b\n", id="a line separator"),
        pytest.param(
            source("""
                >
                  a
                  b

                  c
                """),
            source("""
                a b
                c
                """),
            id="folded",
        ),
        pytest.param(
            source("""
                >
                  a
                   b
                  c
                """),
            source("""
                a
                 b
                c
                """),
            id="further indented lines do not fold",
        ),
        pytest.param(">-\n\n  a\n\n\n  b\n\n", "\na\n\nb", id="folded and stripped"),
        pytest.param(">+\n  a\n\n", "a\n\n", id="folded and kept"),
        pytest.param(">\n  a\u2028  b\n", "a\u2028b\n", id="a line separator does not fold"),
        pytest.param(">\n\n", "", id="nothing but blank lines"),
    ],
)
def test_block_runs(text: str, value: str) -> None:
    block = read_block(text, 0, len(text), value)
    assert decode(text, block_runs(text, block)) == value
