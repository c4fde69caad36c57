from pathlib import Path

import pytest

from cassette_cli.commands.shared.configuration import find_file

_OWN = "cassette.toml"
_TABLE = "[tool.cassette]\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param({}, None, id="none"),
        pytest.param({"a/b/cassette.toml": ""}, "a/b/cassette.toml", id="beside"),
        pytest.param({"cassette.toml": ""}, "cassette.toml", id="above"),
        pytest.param(
            {"cassette.toml": "", "a/pyproject.toml": _TABLE}, "a/pyproject.toml", id="the nearest"
        ),
        pytest.param(
            {"cassette.toml": "", "a/pyproject.toml": "[project]\n"},
            "cassette.toml",
            id="a project that says nothing of it",
        ),
        pytest.param(
            {"a/pyproject.toml": "[tool.cassette.redact]\n"}, "a/pyproject.toml", id="of a command"
        ),
        pytest.param(
            {"a/cassette.toml": "", "a/pyproject.toml": _TABLE}, "a/cassette.toml", id="our own"
        ),
    ],
)
def test_find_file(tmp_path: Path, files: dict[str, str], found: str | None) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert find_file(tmp_path / "a" / "b") == (tmp_path / found if found else None)
