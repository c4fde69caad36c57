"""The command `validate`: what it prints, what it writes, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.conftest import Main, source

_GOOD = """version: 2
interactions:
- id: 0
  request: {method: GET, url: "https://e.org/"}
  response: {code: 200, status: 200 OK}
"""
_BAD_IDS = _GOOD.replace("id: 0", "id: 7")
_NOTE = _GOOD.replace("200 OK", "404 Not Found").replace("code: 200", "code: 404")


@pytest.fixture
def validate(
    main_here: Main, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    """Runs the command on a file of this text, in a directory of its own."""
    monkeypatch.chdir(tmp_path)

    def run(text: str, *options: str) -> Any:  # noqa: ANN401 -- the Run of conftest
        (tmp_path / "a.yaml").write_text(text, "utf-8")
        return main_here("validate", "a.yaml", *options)

    return run


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        pytest.param(_GOOD, (), 0, id="all well"),
        pytest.param(_BAD_IDS, (), 1, id="a warning"),
        pytest.param(_NOTE, (), 0, id="a note fails nothing"),
        pytest.param(_NOTE, ("--fail-on", "info"), 1, id="unless it is asked to"),
        pytest.param(_BAD_IDS, ("--ignore", "interaction-ids"), 0, id="ignored"),
        pytest.param(_BAD_IDS, ("--select", "url,status"), 0, id="not selected"),
        pytest.param(_BAD_IDS, ("--select", "nope"), 2, id="an unknown check"),
        pytest.param(_BAD_IDS, ("--per-file-ignore", "a.yaml:interaction-ids"), 0, id="of a file"),
        pytest.param(_BAD_IDS, ("--per-file-ignore", "a.yaml"), 2, id="no exception"),
        pytest.param(_BAD_IDS, ("--class", "nope"), 2, id="an unknown class"),
        pytest.param("a: [", (), 2, id="no YAML"),
        pytest.param("a: 1", (), 2, id="no cassette"),
    ],
)
def test_exit_codes(
    validate: Callable[..., Any], text: str, options: tuple[str, ...], code: int
) -> None:
    assert validate(text, *options).code == code


def test_text(validate: Callable[..., Any]) -> None:
    run = validate(_BAD_IDS)
    assert run.stdout.splitlines() == [
        "a.yaml:3:7: warning interaction-ids the id is 7, the position is 0 (#0 id) [*]",
        "  |",
        "3 | - id: 7",
        "  |       ^",
    ]
    assert run.stderr == "1 warning in 1 file; 1 fixable with --fix\n"


def test_notes_are_counted_and_not_printed(validate: Callable[..., Any]) -> None:
    run = validate(_NOTE)
    assert (run.stdout, run.stderr) == ("", "1 note in 1 file\n")


@pytest.mark.parametrize(
    ("output_format", "beginning"),
    [
        pytest.param("json", '{"files": 1, "findings": [{"check": "interaction-ids"', id="JSON"),
        pytest.param("github", "::warning file=a.yaml,line=3", id="GitHub"),
        pytest.param("sarif", '{\n  "$schema"', id="SARIF"),
        pytest.param("junit", "<?xml", id="JUnit"),
    ],
)
def test_formats(validate: Callable[..., Any], output_format: str, beginning: str) -> None:
    assert validate(_BAD_IDS, "--output-format", output_format).stdout.startswith(beginning)


@pytest.mark.parametrize("text", [_GOOD, _BAD_IDS, _NOTE, "a: ["])
def test_sarif_keeps_to_the_published_schema(
    validate: Callable[..., Any], sarif_validator: Draft7Validator, text: str
) -> None:
    output = validate(text, "--output-format", "sarif").stdout
    assert [*sarif_validator.iter_errors(json.loads(output))] == []


def test_colour(validate: Callable[..., Any]) -> None:
    assert "\x1b[33mwarning" in validate(_BAD_IDS, "--color", "always").stdout


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_a_baseline_that_is_nowhere(validate: Callable[..., Any], option: str) -> None:
    code, _, message = validate(_GOOD, option, "none/known.json")
    assert code == 2
    assert message.startswith("error: none/known.json: cannot be ")
    assert message.endswith(": no such file or directory\n")


def test_a_baseline_silences_what_it_lists(validate: Callable[..., Any]) -> None:
    assert validate(_BAD_IDS, "--write-baseline", "known.json").code == 0
    assert validate(_BAD_IDS, "--baseline", "known.json").code == 0
    worse = _BAD_IDS.replace("code: 200", "code: 999")
    found = json.loads(
        validate(worse, "--baseline", "known.json", "--output-format", "json").stdout
    )
    assert {finding["check"] for finding in found["findings"]} == {"status", "status-mismatch"}


def test_a_baseline_that_is_missing(validate: Callable[..., Any]) -> None:
    assert validate(_GOOD, "--baseline", "known.json").code == 2


def test_fix(validate: Callable[..., Any], tmp_path: Path) -> None:
    run = validate(_BAD_IDS, "--fix")
    assert (run.code, run.stdout) == (0, "")
    assert (tmp_path / "a.yaml").read_text("utf-8") == _GOOD


def test_there_is_no_file_to_fix_behind_stdin(main_here: Main) -> None:
    run = main_here("validate", "-", "--fix")
    assert (run.code, run.stderr.splitlines()[0]) == (2, "error: -: --fix has no file to write to")


def test_without_anything_to_fix_nothing_is_written(main_here: Main, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(_NOTE, "utf-8")
    before = file.stat().st_ino, file.stat().st_mtime_ns
    assert main_here("validate", file, "--fix").code == 0
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == before


def test_the_configuration_sets_options(validate: Callable[..., Any], tmp_path: Path) -> None:
    settings = source("""
        [validate]
        ignore = ["interaction-ids"]
    """)
    (tmp_path / "cassette.toml").write_text(settings, "utf-8")
    assert validate(_BAD_IDS).code == 0
    assert validate(_BAD_IDS, "--isolated").code == 1
