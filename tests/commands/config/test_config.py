import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import RunCassette, source

_FILE = """\
jobs = 3
[redact]
header = ["X-Key"]
placeholder = "file"
"""


@pytest.fixture
def settings(tmp_path: Path, run_cassette: RunCassette) -> Callable[..., dict[str, Any]]:
    def settings(*arguments: str, **environment: str) -> dict[str, Any]:
        (tmp_path / "cassette.toml").write_text(_FILE, "utf-8")
        command = ("config", "--output-format", "json", *arguments)
        result = run_cassette(*command, stdin=b"", **environment)
        assert result.code == 0, result.stderr
        rows = json.loads(result.stdout)["settings"]
        return {row["key"]: (row["value"], row["origin"].rpartition("/")[2]) for row in rows}

    return settings


def test_values_and_their_origins(settings: Callable[..., dict[str, Any]]) -> None:
    found = settings(CASSETTE_REDACT_PLACEHOLDER="environment")
    assert found["include"] == ([], "default")
    assert found["redact.header"] == (["X-Key"], "cassette.toml:3")
    assert found["redact.jobs"] == (3, "cassette.toml:1")
    assert found["show.jobs"] == (3, "cassette.toml:1")
    assert found["redact.placeholder"] == ("environment", "CASSETTE_REDACT_PLACEHOLDER")
    assert found["redact.class"] == (["credential"], "default")
    assert found["redact.check"] == (False, "default")


def test_isolated(settings: Callable[..., dict[str, Any]]) -> None:
    assert settings("--isolated")["redact.jobs"] == (None, "default")


def test_as_text(tmp_path: Path, run_cassette: RunCassette) -> None:
    (tmp_path / "other.toml").write_text(_FILE, "utf-8")
    result = run_cassette("config", "--config", "other.toml")
    assert 'redact.header = ["X-Key"]  # other.toml:3\n' in result.stdout


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        pytest.param(["redact"], "cassette.toml:2: unknown key 'redact.haeder'", id="a bad key"),
        pytest.param(
            ["redact", "--config", "none.toml"], "none.toml: cannot be read", id="no such file"
        ),
    ],
)
def test_what_is_wrong(
    tmp_path: Path, run_cassette: RunCassette, arguments: list[str], error: str
) -> None:
    settings = source("""
        [redact]
        haeder = []
    """)
    (tmp_path / "cassette.toml").write_text(settings, "utf-8")
    result = run_cassette(*arguments, "a.yaml")
    assert (result.code, result.stdout) == (2, "")
    assert f"error: {error}" in result.stderr.replace(f"{tmp_path}/", "")
    assert run_cassette("redact", "--isolated", "a.yaml").stderr.startswith("error: a.yaml:")
