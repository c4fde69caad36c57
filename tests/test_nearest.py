import pytest

from cassette_cli.nearest import did_you_mean


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("shwo", "did you mean 'show'?", id="letters swapped"),
        pytest.param("redac", "did you mean 'redact' or 'react'?", id="the nearest comes first"),
        pytest.param("xyz", "`x` lists them", id="nothing is near"),
        pytest.param("", "`x` lists them", id="no name"),
    ],
)
def test_did_you_mean(name: str, hint: str) -> None:
    assert did_you_mean(name, ("react", "redact", "show"), "`x` lists them") == hint
