"""Every command that selects takes `--where`, and means the same interactions."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cassette_cli.app import Commands
from tests.conftest import Main

_SELECTING = ("show", "list", "diff", "grep", "redact", "rewrite", "edit", "convert")
_CASSETTE = """\
interactions:
- request: {headers: {X-Api-Key: [KEY]}, method: GET, uri: 'http://a.example/one', body: null}
  response: {headers: {}, status: {code: 200, message: OK}, body: {string: '{"n": "old"}'}}
- request: {headers: {X-Api-Key: [KEY]}, method: GET, uri: 'http://a.example/two', body: null}
  response: {headers: {}, status: {code: 429, message: No}, body: {string: '{"n": "old"}'}}
version: 1
"""
_KEY = "Zq7Rt2" * 6


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "a.yaml"
    file.write_text(_CASSETTE.replace("KEY", _KEY), "utf-8")
    monkeypatch.chdir(tmp_path)
    return file


@pytest.mark.parametrize("command", _SELECTING)
def test_a_command_that_selects_has_the_option(command: str, main_here: Main) -> None:
    assert command in Commands.names
    assert "--where" in main_here(command, "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "old", "new"),
    [
        pytest.param(["redact"], _KEY, "REDACTED", id="redact"),
        pytest.param(["rewrite", "--replace", "old=new"], "old", "new", id="replace"),
        pytest.param(
            ["rewrite", "--drop-header", "X-Api-Key"], f"X-Api-Key: [{_KEY}]", "", id="header"
        ),
        pytest.param(
            ["edit", "--set", "reason=Slow down"], "message: No", "message: Slow down", id="edit"
        ),
    ],
)
def test_no_other_interaction_is_changed(
    arguments: Sequence[str], old: str, new: str, recorded: Path, main_here: Main
) -> None:
    text = recorded.read_text("utf-8")
    assert main_here(*arguments, "--where", "status:429", recorded.name).code == 0
    assert recorded.read_text("utf-8") == new.join(text.rsplit(old, 1))


@pytest.mark.parametrize("option", ["--keep", "--drop"])
def test_it_limits_what_is_kept_or_dropped(option: str, recorded: Path, main_here: Main) -> None:
    assert main_here("rewrite", option, "0--1", "--where", "status:429", recorded.name).code == 0
    text = recorded.read_text("utf-8")
    assert ("a.example/two" in text, "a.example/one" in text) == (
        (True, False) if option == "--keep" else (False, True)
    )


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["edit", "--set", "reason=x"], id="edit"),
        pytest.param(["convert", "--to", "har"], id="convert"),
        pytest.param(["rewrite", "--keep", "0--1"], id="keep"),
    ],
)
def test_what_needs_an_interaction_says_that_there_is_none(
    arguments: Sequence[str], recorded: Path, main_here: Main
) -> None:
    text = recorded.read_text("utf-8")
    run = main_here(*arguments, "--where", "status:500", recorded.name)
    assert (run.code, run.stdout) == (2, "")
    assert "no interaction is as --where has it" in run.stderr
    assert recorded.read_text("utf-8") == text


def test_steps_for_a_file_are_not_limited_in_silence(recorded: Path, main_here: Main) -> None:
    run = main_here("rewrite", "--dedupe", "--where", "status:500", recorded.name)
    assert run.code == 2


def test_only_selected_interactions_are_converted(recorded: Path, main_here: Main) -> None:
    run = main_here("convert", "--to", "har", "--where", "status:429", recorded.name)
    (entry,) = json.loads(run.stdout)["log"]["entries"]
    assert entry["request"]["url"] == "http://a.example/two"


@pytest.mark.parametrize(
    ("where", "code"), [("status:429", 1), ("status:200", 0), ("path:/two|/one", 1)]
)
def test_only_selected_interactions_are_compared(
    where: str, code: int, recorded: Path, main_here: Main
) -> None:
    text = recorded.read_text("utf-8")
    Path("b.yaml").write_text("new".join(text.rsplit("old", 1)), "utf-8")
    assert main_here("diff", "--where", where, "a.yaml", "b.yaml").code == code
