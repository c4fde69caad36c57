import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.editing.recut import recut


@pytest.mark.parametrize(
    ("pieces", "text", "cut"),
    [
        pytest.param(["He", "llo"], "Hello", ["He", "llo"], id="nothing changes"),
        pytest.param(["He", "llo", "!"], "Hullo!", ["Hu", "llo", "!"], id="one piece changes"),
        pytest.param(["ab", "cd", "ef"], "uvwxyz", ["uv", "wx", "yz"], id="cut where it was cut"),
        pytest.param(["ab", "cd"], "uvwxyz", ["uv", "wxyz"], id="the rest goes to the last"),
        pytest.param(["ab", "cd", "ef"], "x", ["x", "", ""], id="what is not needed is empty"),
        pytest.param(["ab", "cd", "ef"], "abXef", ["ab", "X", "ef"], id="between what stays"),
        pytest.param(["ab", "cd"], "abcdX", ["ab", "cdX"], id="added at the end"),
        pytest.param(["ab", "cd", ""], "abcdX", ["ab", "cdX", ""], id="not to an empty piece"),
        pytest.param(["ab", "cd"], "Xabcd", ["Xab", "cd"], id="added at the beginning"),
        pytest.param(["ab", "cd"], "", ["", ""], id="emptied"),
        pytest.param(["", ""], "X", ["X", ""], id="nothing was said"),
    ],
)
def test_recut(pieces: list[str], text: str, cut: list[str]) -> None:
    assert recut(pieces, text) == cut


@given(st.lists(st.text(alphabet="ab", max_size=4), min_size=1), st.text(alphabet="abc"))
def test_as_many_pieces_join_to_the_text(pieces: list[str], text: str) -> None:
    cut = recut(pieces, text)
    assert len(cut) == len(pieces)
    assert "".join(cut) == text


@given(st.lists(st.text(alphabet="ab", max_size=4), min_size=1))
def test_the_same_text_keeps_its_pieces(pieces: list[str]) -> None:
    assert recut(pieces, "".join(pieces)) == pieces
