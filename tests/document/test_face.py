"""What `cassette_cli.document` gives to other packages, and what that costs."""

import subprocess
import sys

import pytest

from cassette_cli import document

_PARSE = """
import sys
from cassette_cli.document import parse
parse("a.json", "{}")
print(*sys.modules)
"""


@pytest.mark.parametrize("name", document.__all__)
def test_what_is_promised_is_there(name: str) -> None:
    assert getattr(document, name) is not None


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'plan_block'"):
        _ = document.plan_block  # type: ignore[attr-defined] # that is the point


def test_a_json_file_is_read_without_ruamel_and_without_the_code_of_edits() -> None:
    command = [sys.executable, "-c", _PARSE]
    imported = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    unwanted = ("ruamel", "_ruamel_yaml", "cassette_cli.document.patch")
    assert [name for name in imported if name.startswith(unwanted)] == []
