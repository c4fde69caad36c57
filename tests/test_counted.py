import pytest

from cassette_cli.counted import counted


@pytest.mark.parametrize(
    ("count", "words"),
    [
        pytest.param(0, ("0 files", "0 indices"), id="none"),
        pytest.param(1, ("1 file", "1 index"), id="one"),
        pytest.param(2, ("2 files", "2 indices"), id="several"),
    ],
)
def test_counted(count: int, words: tuple[str, str]) -> None:
    assert (counted(count, "file"), counted(count, "index", "indices")) == words
