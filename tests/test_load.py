import subprocess
import sys
from pathlib import Path

import pytest

from cassette_cli import load
from cassette_cli.errors import CassetteError, FormatError
from cassette_cli.model import Header

_SAMPLES = Path(__file__).parents[1] / "sample_cassettes"


def test_a_cassette_is_read_from_a_path() -> None:
    path = _SAMPLES / "go-vcr" / "openai-chat-plain.yaml"
    cassette = load(path)
    assert (cassette.path, cassette.format) == (str(path), "go-vcr")
    assert Header("Content-Type", "application/json") in cassette.interactions[0].request.headers
    assert load(str(path)) == cassette


def test_errors_are_raised(tmp_path: Path) -> None:
    with pytest.raises(CassetteError, match="no such file"):
        load(tmp_path / "none.yaml")
    (tmp_path / "a.yaml").write_text("name: x\n", "utf-8")
    with pytest.raises(FormatError, match="no recorder's format"):
        load(tmp_path / "a.yaml")


def test_importing_the_package_reads_nothing() -> None:
    code = "import sys, cassette_cli; print([name for name in sys.modules if 'cassette' in name])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "['cassette_cli']\n"
