import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.commands.git.attributes_block import block_in, with_block, without_block

_LINES = ["*.yaml diff=cassette"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param("*.png binary\n", id="lines of somebody else"),
        pytest.param("*.png binary\r\n\r\n", id="their line ends"),
    ],
)
def test_out_again(text: str) -> None:
    written = with_block(text, _LINES)
    assert written.startswith(text)
    assert block_in(written) == _LINES
    assert without_block(written) == text


def test_an_unfinished_line_is_finished() -> None:
    assert with_block("*.png binary", _LINES).startswith("*.png binary\n# >>>")


@given(st.text(max_size=20))
def test_twice_is_once(text: str) -> None:
    once = with_block(text, ["old"])
    assert with_block(with_block(once, _LINES), _LINES) == with_block(text, _LINES)


def test_what_we_did_not_write_is_not_ours() -> None:
    assert block_in("*.yaml diff=cassette\n") == []
    assert without_block("# >>> written by cassette git install >>>\nx") == (
        "# >>> written by cassette git install >>>\nx"
    )
