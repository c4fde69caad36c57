"""`cassette redact` as people and hooks call it."""

import json
from pathlib import Path

import pytest

from cassette_cli.redaction.samples import fake
from tests.conftest import Main, RunCassette

_KEY = fake("sk-ant-api03-", 93)
_CASSETTE = """\
version: 2
interactions:
- request:
    method: POST
    url: https://api.example.org/v1?user=me
    headers:
      X-Note: [KEY]
      X-User: [me]
    body: '{"user": {"id": 12}}'
  response:
    headers: {}
    body: id-99
    code: 200
"""
_CLEAN = _CASSETTE.replace("KEY", "REDACTED")
_SECRET = _CASSETTE.replace("KEY", _KEY)
_FOUND = "a.yaml:7:16: anthropic-key sk-a… (#0 request.headers.X-Note)\n"
_NOTES = (
    "note: a.yaml: go-vcr {} no longer match #0 (headers)\n"
    "hint: have go-vcr redact the same: cassette redact --print-recorder-config go-vcr PATH...\n"
)
_NEXT = "hint: {}; a key that was pushed has to be revoked, whatever is redacted now\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one cassette that holds a secret."""
    (tmp_path / "a.yaml").write_text(_SECRET, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _text(folder: Path) -> str:
    return (folder / "a.yaml").read_text("utf-8")


def test_redact(folder: Path, main_here: Main) -> None:
    assert main_here("redact", "a.yaml") == (
        0,
        _FOUND,
        _NOTES.format("will")
        + "1 place in 1 file, 1 distinct value; 1 file rewritten, 0 left unchanged\n"
        + _NEXT.format("add the files and commit again"),
    )
    assert _text(folder) == _CLEAN
    assert main_here("redact", "a.yaml") == (
        0,
        "",
        "no secrets found; 0 files rewritten, 1 left unchanged\n",
    )
    assert sorted(path.name for path in folder.iterdir()) == ["a.yaml"]


def test_check(folder: Path, main_here: Main) -> None:
    assert main_here("redact", "--check", ".") == (
        1,
        _FOUND.replace("a.yaml", "./a.yaml"),
        _NOTES.format("would").replace("a.yaml", "./a.yaml")
        + "1 place in 1 file, 1 distinct value; 1 file would be rewritten, 0 left unchanged\n"
        + _NEXT.format("run `cassette redact` on them"),
    )
    assert _text(folder) == _SECRET


def test_diff(folder: Path, main_here: Main) -> None:
    code, output, _ = main_here("redact", "--diff", "a.yaml")
    assert (code, _text(folder)) == (0, _SECRET)
    assert "-      X-Note: [sk-a…]\n+      X-Note: [REDACTED]\n" in output
    assert main_here("redact", "--diff", "--check", "a.yaml").code == 1


def test_statistics(folder: Path, main_here: Main) -> None:
    (folder / "b.yaml").write_text(_SECRET, "utf-8")
    _, output, errors = main_here("redact", "--check", "--statistics", ".")
    assert output == "2\t1\tanthropic-key\n"
    assert "2 places in 2 files, 1 distinct value; " in errors
    _, output, _ = main_here("redact", "--check", "--statistics", "--output-format", "json", ".")
    told = json.loads(output)
    assert told["statistics"] == [{"rule": "anthropic-key", "places": 2, "values": 1}]
    assert [file["findings"][0]["value"] for file in told["files"]] == [1, 1]


def test_backup(folder: Path, main_here: Main) -> None:
    main_here("redact", "--backup", "a.yaml")
    assert (folder / "a.yaml.bak").read_text("utf-8") == _SECRET


def test_json(folder: Path, main_here: Main) -> None:
    code, output, _ = main_here("redact", "--output-format", "json", "a.yaml")
    assert (code, json.loads(output)) == (
        0,
        {
            "files": [
                {
                    "path": "a.yaml",
                    "changed": True,
                    "findings": [
                        {
                            "rule": "anthropic-key",
                            "class": "credential",
                            "interaction": 0,
                            "location": "request.headers.X-Note",
                            "line": 7,
                            "column": 16,
                            "masked": "sk-a…",
                            "value": 1,
                        }
                    ],
                    "unmatched": [{"interaction": 0, "recorder": "go-vcr", "reason": "headers"}],
                }
            ]
        },
    )
    assert _text(folder) == _CLEAN


@pytest.mark.parametrize(
    ("options", "before", "after"),
    [
        pytest.param(["--header", "x-user"], "X-User: [me]", "X-User: [GONE]", id="header"),
        pytest.param(["--query", "user"], "?user=me", "?user=GONE", id="query"),
        pytest.param(
            ["--body-path", "$.user.id"], '{"id": 12}', '{"id": "GONE"}', id="member of a body"
        ),
        pytest.param(["--pattern", r"id-\d+"], "id-99", "GONE", id="pattern"),
        pytest.param(
            ["--pattern", r"id-(?P<secret>\d+)"], "id-99", "id-GONE", id="group of a pattern"
        ),
        pytest.param(
            ["--pattern", r"id-\d+|GONE"], "id-99", "GONE", id="pattern of its own placeholder"
        ),
        pytest.param(["--pattern", r"^(id-)?\d\d$"], "id-99", "GONE", id="pattern of a whole text"),
        pytest.param(["--value-from-env", "APP_ID"], "id-99", "GONE", id="value"),
    ],
)
def test_what_is_named_on_the_command_line(
    folder: Path,
    main_here: Main,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    before: str,
    after: str,
) -> None:
    monkeypatch.setenv("APP_ID", "id-99")
    command = ("redact", "a.yaml", "--placeholder", "GONE", "--ignore", "anthropic-key", *options)
    assert main_here(*command).code == 0
    assert _text(folder) == _SECRET.replace(before, after)
    assert main_here(*command, "--check").code == 0


@pytest.mark.parametrize(
    ("options", "settings", "text"),
    [
        pytest.param(["--select", "jwt,cookie"], "", _SECRET, id="other rules"),
        pytest.param(["--per-file-ignore", "*.yaml:anthropic-key"], "", _SECRET, id="a glob"),
        pytest.param(["--per-file-ignore", "b/*:anthropic-key"], "", _CLEAN, id="another glob"),
        pytest.param([], '[per-file-ignores]\n"a.*" = ["anthropic-key"]', _SECRET, id="a table"),
        pytest.param([], "[redact]\nignore = ['anthropic-key']", _SECRET, id="the file"),
        pytest.param(
            ["--ignore", "jwt"], "[redact]\nignore = ['anthropic-key']", _CLEAN, id="the line wins"
        ),
        pytest.param(
            ["--isolated"], "[redact]\nignore = ['anthropic-key']", _CLEAN, id="without the file"
        ),
    ],
)
def test_exceptions(
    folder: Path, main_here: Main, options: list[str], settings: str, text: str
) -> None:
    (folder / "cassette.toml").write_text(settings, "utf-8")
    assert main_here("redact", "a.yaml", *options).code == 0
    assert _text(folder) == text


def test_paths_may_stand_in_the_configuration(folder: Path, main_here: Main) -> None:
    assert main_here("redact").code == 2
    (folder / "cassette.toml").write_text("include = ['*.yaml']", "utf-8")
    assert main_here("redact").code == 0
    assert _text(folder) == _CLEAN


def test_where_all_files_failed_nothing_was_searched(folder: Path, main_here: Main) -> None:
    (folder / "broken.yaml").write_text("interactions: [", "utf-8")
    code, _, errors = main_here("redact", "broken.yaml")
    assert code == 2
    assert errors.splitlines()[-1].startswith("nothing was searched; ")


def test_other_files(folder: Path, main_here: Main) -> None:
    """A named file that is no cassette is an error, and the others are still done; a hook names
    all files of a folder, and knows better.
    """
    (folder / "settings.yaml").write_text("debug: true\n", "utf-8")
    code, _, errors = main_here("redact", "settings.yaml", "a.yaml")
    assert (code, _text(folder)) == (2, _CLEAN)
    assert errors.startswith("error: settings.yaml: no recorder's format")
    assert main_here("redact", "--skip-others", "settings.yaml") == (
        0,
        "",
        "no secrets found; 0 files rewritten, 0 left unchanged\n",
    )
    assert main_here("redact", "--skip-others", "none.yaml").code == 2


def test_what_cannot_be_edited_stays_as_it_was(folder: Path, main_here: Main) -> None:
    shared = _SECRET.replace(f"[{_KEY}]", f"[&key {_KEY}]").replace("[me]", "[*key]")
    (folder / "a.yaml").write_text(shared, "utf-8")
    code, _, errors = main_here("redact", "a.yaml")
    assert (code, _text(folder)) == (2, shared)
    assert errors.startswith("error: a.yaml:7: the value is shared by an alias\nhint: ")
    assert _KEY not in errors


@pytest.mark.parametrize(
    ("options", "error"),
    [
        pytest.param(["--pattern", "("], "error: '(' is not a regular expression", id="pattern"),
        pytest.param(["--body-path", "$["], "error: '$[' is not a JSONPath", id="path"),
        pytest.param(["--select", "x"], "error: no redaction rule is called 'x'", id="rule"),
        pytest.param(["--class", "x"], "error: no class is called 'x'", id="class"),
        pytest.param(
            ["--per-file-ignore", "x"], "error: 'x' names no rules or checks", id="exception"
        ),
    ],
)
def test_options_that_make_no_sense(
    folder: Path, main_here: Main, options: list[str], error: str
) -> None:
    code, output, errors = main_here("redact", "a.yaml", *options)
    assert (code, output) == (2, "")
    assert errors.startswith(error)
    assert _text(folder) == _SECRET


@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param("go-vcr", "\t\t`X-Api-Key`,", id="go-vcr"),
        pytest.param("vcrpy", "    'x-api-key',", id="vcrpy"),
        pytest.param("vcr", "  'x-api-key',", id="VCR"),
    ],
)
def test_print_recorder_config(folder: Path, main_here: Main, name: str, line: str) -> None:
    secret = _SECRET.replace("X-Note", "X-Api-Key")
    (folder / "a.yaml").write_text(secret, "utf-8")
    code, output, errors = main_here("redact", "--print-recorder-config", name, "a.yaml")
    assert (code, errors, _text(folder)) == (0, "", secret)
    assert line in output.splitlines()
    main_here("redact", "a.yaml")
    assert main_here("redact", "--print-recorder-config", name, "a.yaml").stdout == output
    assert main_here("redact", "--print-recorder-config", name, "none.yaml").code == 2


def test_standard_input(run_cassette: RunCassette) -> None:
    code, output, report = run_cassette("redact", "-", stdin=_SECRET.encode())
    assert (code, output) == (0, _CLEAN)
    assert report.startswith(_FOUND.replace("a.yaml", "<stdin>"))
    as_json = run_cassette("redact", "-", "--output-format", "json", stdin=_SECRET.encode())
    assert (as_json.stdout, '"anthropic-key"' in as_json.stderr) == (_CLEAN, True)
    assert run_cassette("redact", "-", stdin=_CLEAN.encode()).stdout == _CLEAN
    assert run_cassette("redact", "--check", "-", stdin=_SECRET.encode()).code == 1


def test_every_file_that_loses_is_named(folder: Path, main_here: Main) -> None:
    for number in range(12):
        (folder / f"b{number:02}.yaml").write_text(_SECRET, "utf-8")
    _, output, errors = main_here("redact", "--check", ".")
    assert output.count("\n") == 13
    assert errors.count("note: ./") == 13
    assert errors.count("hint: have go-vcr") == 1


def test_a_diff_in_a_pipe_has_no_colour(folder: Path, main_here: Main) -> None:
    assert (folder / "a.yaml").is_file()
    plain = main_here("redact", "--diff", ".").stdout
    colored = main_here("redact", "--diff", "--color", "always", ".").stdout
    assert colored.startswith("\x1b[1m./a.yaml:")
    assert colored[colored.index("--- a/") :] == plain[plain.index("--- a/") :]


@pytest.mark.usefixtures("on_a_terminal")
def test_on_a_terminal(folder: Path, main_here: Main) -> None:
    (folder / "b.yaml").write_text(_CLEAN, "utf-8")
    output = main_here("redact", "--diff", "--color", "always", ".").stdout
    lines = output.splitlines()
    assert lines[0] == "\x1b[1m./a.yaml\x1b[0m"
    assert "b.yaml" not in output
    assert "\x1b[32m+      X-Note: [REDACTED]\x1b[0m" in lines
