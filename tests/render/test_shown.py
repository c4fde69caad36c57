import pytest

from cassette_cli.render.shown import describe_duration


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        pytest.param(0.04, "<1 ms", id="less than one millisecond"),
        pytest.param(365.150042, "365 ms", id="milliseconds"),
        pytest.param(999.6, "1.0 s", id="nearly a second"),
        pytest.param(1000, "1.0 s", id="a second"),
        pytest.param(62_540, "62.5 s", id="a minute"),
    ],
)
def test_describe_duration(milliseconds: float, words: str) -> None:
    assert describe_duration(milliseconds) == words
