import pytest
import typer

from cassette_cli.commands.shared.options import required, split_names


@pytest.mark.parametrize("paths", [None, []])
def test_paths_are_required(paths: list[str] | None) -> None:
    assert required(["a"]) == ["a"]
    with pytest.raises(typer.BadParameter, match="name a PATH"):
        required(paths)


@pytest.mark.parametrize(
    ("values", "names"),
    [
        pytest.param(None, (), id="no option"),
        pytest.param(["a,b", "c"], ("a", "b", "c"), id="repeated"),
        pytest.param([" a , b", ",", ""], ("a", "b"), id="blanks and nothing between commas"),
    ],
)
def test_split_names(values: list[str] | None, names: tuple[str, ...]) -> None:
    assert split_names(values) == names
