import json

import pytest

from tests.conftest import Main


def test_all_are_listed(main_here: Main) -> None:
    run = main_here("checks")
    assert (run.code, run.stderr) == (0, "")
    assert "truncated-stream" in run.stdout


def test_some_are_explained(main_here: Main) -> None:
    assert main_here("checks", "method").stdout.startswith("method (error)\n")


@pytest.mark.parametrize(
    ("output_format", "beginning"),
    [pytest.param("markdown", "# Checks", id="Markdown"), pytest.param("json", "{", id="JSON")],
)
def test_formats(main_here: Main, output_format: str, beginning: str) -> None:
    assert main_here("checks", "--output-format", output_format).stdout.startswith(beginning)


def test_json_has_the_documentation(main_here: Main) -> None:
    (check,) = json.loads(main_here("checks", "url", "--output-format", "json").stdout)["checks"]
    assert check["documentation"].startswith("The URL is one")


def test_an_unknown_check(main_here: Main) -> None:
    run = main_here("checks", "nope")
    assert (run.code, run.stderr.splitlines()[0]) == (2, "error: no check is called 'nope'")
