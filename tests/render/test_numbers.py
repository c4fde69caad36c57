import pytest

from cassette_cli.render.numbers import write_duration, write_positions, write_size


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
def test_write_duration(milliseconds: float, words: str) -> None:
    assert write_duration(milliseconds) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        pytest.param(0, "0 B", id="none"),
        pytest.param(999, "999 B", id="bytes"),
        pytest.param(1500, "1.5 kB", id="kilobytes"),
        pytest.param(12_345_678, "12.3 MB", id="megabytes"),
    ],
)
def test_write_size(count: int, words: str) -> None:
    assert write_size(count) == words


@pytest.mark.parametrize(
    ("positions", "written"),
    [
        pytest.param([], "", id="none"),
        pytest.param([3], "#3", id="one"),
        pytest.param([0, 1], "#0–#1", id="neighbours"),
        pytest.param([7, 0, 2, 1, 7, 5], "#0–#2, #5, #7", id="in order, each once"),
    ],
)
def test_write_positions(positions: list[int], written: str) -> None:
    assert write_positions(positions) == written
