import pytest

from cassette_cli.render.positions import write_positions


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
