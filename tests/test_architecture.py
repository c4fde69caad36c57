"""The rows of docs/architecture.md, and what may be imported where."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_PACKAGE = _ROOT / "cli" / "cassette_cli"
_SAMPLE = _ROOT / "sample_cassettes" / "go-vcr" / "openai-chat-plain.yaml"
_MODULES = sorted(path.relative_to(_PACKAGE) for path in _PACKAGE.rglob("*.py"))
# The package itself gives `load` to others, and imports what that needs.
_WITHOUT_A_ROW = frozenset(("__init__", "__main__"))


@cache
def _rows() -> dict[str, int]:
    """The row of each package and module, by the table of docs/architecture.md."""
    table = (_ROOT / "docs" / "architecture.md").read_text("utf-8")
    names = re.findall(r"^\| ((?:`[a-z_]+/?` ?)+) \|", table, re.MULTILINE)
    return {
        name.rstrip("/"): number
        for number, row in enumerate(names)
        for name in re.findall(r"`([^`]+)`", row)
    }


def _imports(module: Path) -> Iterator[str]:
    """Everything that a module imports, also within functions and for types alone."""
    for node in ast.walk(ast.parse((_PACKAGE / module).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _name(module: Path) -> str:
    return module.parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", _MODULES, ids=str)
def test_a_module_imports_from_rows_above_its_own(module: Path) -> None:
    rows, name = _rows(), _name(module)
    if name in _WITHOUT_A_ROW:
        pytest.skip("it has no row")
    assert name in rows
    used = {
        imported.split(".")[1]
        for imported in _imports(module)
        if imported.startswith("cassette_cli.")
    }
    assert {other for other in used - {name} if rows[other] >= rows[name]} == set()


@pytest.mark.parametrize("module", _MODULES, ids=str)
def test_other_packages_see_of_document_its_face_alone(module: Path) -> None:
    behind = [name for name in _imports(module) if name.startswith("cassette_cli.document.")]
    assert _name(module) == "document" or behind == []


def test_the_document_names_files_that_exist() -> None:
    document = (_ROOT / "docs" / "architecture.md").read_text("utf-8")
    journeys = document.partition("\n## Journeys\n")[2].partition("\n## ")[0]
    named = re.findall(r"`([a-z_/]+\.py)`", journeys)
    assert named
    folders = (_PACKAGE, _ROOT)
    assert [n for n in named if not any((folder / n).is_file() for folder in folders)] == []


@pytest.mark.parametrize(
    ("library", "users"),
    [
        pytest.param(("ruamel", "_ruamel_yaml"), {"document"}, id="ruamel"),
        pytest.param(("typer",), {"commands", "app"}, id="typer"),
        pytest.param(("rich",), {"render", "commands"}, id="rich"),
    ],
)
def test_a_library_is_imported_in_its_place_alone(
    library: tuple[str, ...], users: set[str]
) -> None:
    found = {
        _name(module)
        for module in _MODULES
        for imported in _imports(module)
        if imported.split(".")[0] in library
    }
    assert found == users


_IMPORTED = """
import sys
from cassette_cli.app import main
sys.argv = ["cassette", *sys.argv[1:]]
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        pytest.param(
            ["--version"], {"rich", "ruamel", "_ruamel_yaml", "json", "pathspec"}, id="version"
        ),
        pytest.param(["show", "--output-format", "json", _SAMPLE], {"rich", "brotli"}, id="show"),
        pytest.param(
            ["list", "--output-format", "jsonl", _SAMPLE], {"rich", "concurrent"}, id="list"
        ),
        pytest.param(["validate", "--output-format", "json", _SAMPLE], {"rich"}, id="validate"),
        pytest.param(
            ["redact", "--check", "--output-format", "json", _SAMPLE], {"rich"}, id="redact"
        ),
        pytest.param(["diff", "--output-format", "json", _SAMPLE, _SAMPLE], {"rich"}, id="diff"),
        pytest.param(["config", "--output-format", "json"], {"rich"}, id="config"),
    ],
)
def test_a_command_imports_no_more_than_it_needs(
    arguments: list[str | Path], unwanted: set[str]
) -> None:
    command = [sys.executable, "-c", _IMPORTED, *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    imported = {name.partition(".")[0] for name in result.stderr.splitlines()[-1].split()}
    assert imported & unwanted == set()


# Modules without a test of the same name, and why they need none.
_TESTED_ELSEWHERE = (
    ("__main__.py", "every test that runs the program in a process of its own"),
    # Values alone, without behaviour of their own.
    ("version.py", "tests/test_app.py"),
    ("transcript.py", "tests/test_transcript_json.py"),
    ("finding.py", "tests/checks/test_engine.py"),
    ("document/intents.py", "tests/document/test_patch.py"),
    # A plan shows in what comes of it.
    ("document/plan.py", "tests/document/test_patch.py"),
    ("formats/format.py", "tests/formats/test_catalogue.py"),
    ("render/sheet.py", "tests/render/test_cassette_layout.py"),
    ("render/view.py", "tests/render/test_cassette_layout.py"),
    ("checks/check.py", "tests/checks/test_catalogue.py"),
    ("checks/stop_reasons.py", "tests/checks/streams/test_truncated_stream.py"),
    ("editing/part.py", "tests/editing/test_part_form.py"),
    ("converting/target.py", "tests/converting/test_convert.py"),
    ("rewriting/step.py", "tests/rewriting/test_rewrite.py"),
    ("recorders/recorder.py", "tests/recorders/test_catalogue.py"),
    ("redaction/rule.py", "tests/redaction/test_rules.py"),
    ("commands/shared/output_format.py", "tests/commands/show/test_show.py"),
    # Plug-ins that prove themselves: the catalogue runs the examples of each.
    ("redaction/catalogue.py", "tests/redaction/test_rules.py"),
    ("redaction/samples.py", "tests/redaction/test_rules.py"),
    ("redaction/rules/*.py", "tests/redaction/test_rules.py"),
    ("recorders/*.py", "tests/recorders/test_catalogue.py"),
    ("editing/provider_errors/*.py", "tests/editing/test_provider_error.py"),
    # One table: what each reads is the same request.
    ("misses/*_request.py", "tests/misses/test_read_request.py"),
    ("misses/error_message.py", "tests/misses/test_read_request.py"),
    ("misses/sent.py", "tests/misses/test_read_request.py"),
    # And one of requests that differ, through all that compares and shows them.
    ("misses/as_recorded.py", "tests/misses/test_nearest.py"),
    ("misses/request_differences.py", "tests/misses/test_nearest.py"),
    ("render/shown_miss.py", "tests/misses/test_nearest.py"),
    ("render/miss_hint.py", "tests/commands/why/test_why.py"),
    ("render/json/miss.py", "tests/commands/why/test_why.py"),
    ("render/text/misses.py", "tests/commands/why/test_why.py"),
    # The options and the work of a command are tested through the command.
    ("commands/*/options.py", "tests/commands/<name>/test_<name>.py"),
    ("commands/*/run.py", "tests/commands/<name>/test_<name>.py"),
    ("commands/rewrite/steps.py", "tests/commands/rewrite/test_rewrite.py"),
    ("commands/rewrite/new_files.py", "tests/commands/rewrite/test_rewrite.py"),
    ("commands/redact/print_findings.py", "tests/commands/redact/test_redact.py"),
    ("commands/grep/print_matches.py", "tests/commands/grep/test_grep.py"),
    ("render/text/matches.py", "tests/commands/grep/test_grep.py"),
    ("commands/redact/recorder_config.py", "tests/commands/redact/test_redact.py"),
)


def _is_tested_elsewhere(module: Path) -> bool:
    return any(module.match(pattern) for pattern, _ in _TESTED_ELSEWHERE)


def test_every_module_has_a_test_of_its_name() -> None:
    missing = {
        str(module)
        for module in _MODULES
        if module.stem != "__init__"
        and not _is_tested_elsewhere(module)
        and not (_ROOT / "tests" / module.parent / f"test_{module.name}").is_file()
    }
    assert missing == set()


@pytest.mark.parametrize(("pattern", "place"), _TESTED_ELSEWHERE)
def test_exceptions_are_still_needed(pattern: str, place: str) -> None:
    assert any(module.match(pattern) for module in _MODULES)
    assert " " in place or "<" in place or (_ROOT / place).is_file()
