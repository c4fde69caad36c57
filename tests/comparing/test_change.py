import pytest

from cassette_cli.comparing.change import Category, Change, ChangeKind


@pytest.mark.parametrize(
    ("category", "matters"),
    [
        pytest.param(Category.CONTENT, True, id="content matters"),
        pytest.param(Category.HEADER, True, id="a header matters"),
        pytest.param(Category.USAGE, False, id="token counts do not"),
        pytest.param(Category.NOISE, False, id="noise does not"),
    ],
)
def test_matters(category: Category, matters: bool) -> None:  # noqa: FBT001 -- a column
    assert Change(ChangeKind.CHANGED, category, 0, 0, "x").matters is matters
