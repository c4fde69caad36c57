from pathlib import Path

import pytest

from cassette_cli.dialects.catalogue import dialects
from cassette_cli.exchange import framings
from cassette_cli.formats.catalogue import formats
from cassette_cli.plugins import collect

_PACKAGE = Path(__file__).parents[1] / "cli" / "cassette_cli"


@pytest.mark.parametrize(
    ("folder", "name", "found"),
    [
        pytest.param("dialects", "DIALECT", tuple(dialects()), id="dialects"),
        pytest.param("formats", "FORMAT", formats(), id="formats"),
        pytest.param("streams", "FRAMING", tuple(framings()), id="framings"),
    ],
)
def test_every_record_of_a_folder_is_found(
    folder: str, name: str, found: tuple[object, ...]
) -> None:
    modules = (_PACKAGE / folder).rglob("*.py")
    assert len(found) == sum(f"\n{name} = " in path.read_text("utf-8") for path in modules) > 0


def test_a_module_without_the_record_is_shared_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write_package(tmp_path / "fruits", b="FRUIT = 'banana'", a="FRUIT = 'apple'", peel="NAME = 1")
    monkeypatch.syspath_prepend(tmp_path)
    assert collect("fruits", "FRUIT", str) == ("apple", "banana")


def test_a_record_of_another_type_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write_package(tmp_path / "vegetables", leek="VEGETABLE = 3")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(TypeError, match="vegetables: VEGETABLE is 3, not a str"):
        collect("vegetables", "VEGETABLE", str)


def _write_package(folder: Path, **modules: str) -> None:
    folder.mkdir()
    for name, code in {"__init__": "", **modules}.items():
        (folder / f"{name}.py").write_text(f"{code}\n", "utf-8")
