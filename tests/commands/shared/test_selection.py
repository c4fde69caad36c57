import pytest
import typer

from cassette_cli.commands.shared.selection import Selection, SelectionError, read_selection


@pytest.mark.parametrize(
    ("selectors", "selected"),
    [
        pytest.param(None, [0, 1, 2, 3, 4], id="none selects everything"),
        pytest.param([], [0, 1, 2, 3, 4], id="so does an empty list"),
        pytest.param(["0"], [0], id="one"),
        pytest.param(["2-4"], [2, 3, 4], id="a range with both ends"),
        pytest.param(["-1"], [4], id="from the end"),
        pytest.param(["1--2"], [1, 2, 3], id="a range to the end"),
        pytest.param(["-2--1"], [3, 4], id="a range from the end"),
        pytest.param(["3,0", " 0 "], [0, 3], id="lists and repetition, in order and once"),
        pytest.param(["3-9"], [3, 4], id="a range beyond the end"),
        pytest.param(["-9-1"], [0, 1], id="a range from before the start"),
        pytest.param(["4--3,0"], [0], id="a range that is empty here"),
        pytest.param(["3-900000000000000000"], [3, 4], id="a range far beyond the end"),
    ],
)
def test_selection(selectors: list[str] | None, selected: list[int]) -> None:
    assert read_selection(selectors).of(5) == selected


@pytest.mark.parametrize(
    ("selector", "count", "hint"),
    [
        pytest.param("5", 5, "the cassette has 5, numbered 0 to 4", id="beyond the end"),
        pytest.param("-6", 5, "the cassette has 5, numbered 0 to 4", id="before the start"),
        pytest.param("0", 0, "the cassette has no interactions", id="of nothing"),
    ],
)
def test_a_selection_of_nothing_is_an_error(selector: str, count: int, hint: str) -> None:
    with pytest.raises(SelectionError) as caught:
        read_selection([selector]).of(count, "a.yaml")
    assert (str(caught.value), caught.value.hint) == ("a.yaml: no such interaction", hint)


def test_a_range_that_is_empty_in_this_cassette_is_said_to_be() -> None:
    with pytest.raises(SelectionError, match="the range is empty"):
        read_selection(["4--3"]).of(5)


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        pytest.param("2-1", "'2-1' is an empty range: write 1-2", id="from the start"),
        pytest.param("-1--3", "'-1--3' is an empty range: write -3--1", id="from the end"),
    ],
)
def test_a_range_that_goes_back_is_an_error(selector: str, message: str) -> None:
    with pytest.raises(typer.BadParameter) as caught:
        read_selection([selector])
    assert str(caught.value) == message


def test_all_of_an_empty_cassette_is_nothing() -> None:
    assert Selection().of(0) == []


@pytest.mark.parametrize("selector", ["a", "1-", "", "1,,2", "1.5", "0x1", "1-2-3", "9" * 5000])
def test_what_is_no_selector(selector: str) -> None:
    with pytest.raises(typer.BadParameter, match="is not a position: write 0, 2-4, -1 or 0,3"):
        read_selection([selector])
