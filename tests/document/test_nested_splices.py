import pytest

from cassette_cli.document.nested_splices import Splice, splice_nested
from cassette_cli.errors import EditError
from cassette_cli.text import Span


def _splice(start: int, end: int, *pieces: str | Span) -> Splice:
    return Splice(Span(start, end), pieces)


@pytest.mark.parametrize(
    ("splices", "after"),
    [
        pytest.param([], "abcdef", id="nothing to do"),
        pytest.param([_splice(4, 5, "X"), _splice(1, 2)], "acdXf", id="in any order"),
        pytest.param([_splice(2, 2, "X"), _splice(2, 2, "Y")], "abXYcdef", id="two insertions"),
        pytest.param([_splice(0, 6, Span(3, 6), Span(0, 3))], "defabc", id="parts trade places"),
        pytest.param(
            [_splice(0, 6, Span(3, 6), Span(0, 3)), _splice(4, 5, "X")], "dXfabc", id="one nested"
        ),
        pytest.param(
            [_splice(0, 3, Span(0, 3), Span(0, 3)), _splice(0, 1, "X")],
            "XbcXbcdef",
            id="a copy shows the edit",
        ),
        pytest.param([_splice(0, 3, "-"), _splice(1, 2, "X")], "-def", id="edit of what is gone"),
        pytest.param(
            [_splice(0, 3, Span(0, 3)), _splice(3, 3, "X"), _splice(3, 4, "Y")],
            "abcXYef",
            id="an insertion at the end belongs to what it ends",
        ),
    ],
)
def test_render(splices: list[Splice], after: str) -> None:
    assert splice_nested("abcdef", splices) == after


@pytest.mark.parametrize(
    "splices",
    [
        pytest.param([_splice(0, 3, "X"), _splice(2, 4, "Y")], id="side by side"),
        pytest.param([_splice(0, 4, Span(0, 2)), _splice(1, 3, "Y")], id="over the edge of a part"),
        pytest.param([_splice(0, 2, "X"), _splice(0, 2, "Y")], id="twice the same"),
    ],
)
def test_overlaps_are_refused(splices: list[Splice]) -> None:
    with pytest.raises(EditError, match="overlap"):
        splice_nested("abcdef", splices)
