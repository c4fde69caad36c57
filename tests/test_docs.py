import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer import Context
from typer.main import get_command

from cassette_cli.app import app

_ROOT = Path(__file__).parents[1]
_README = (_ROOT / "README.md").read_text("utf-8")


def _commands() -> Iterator[tuple[str, Any]]:
    """All commands by name, those of groups included."""
    root: Any = get_command(app)
    with Context(root, info_name="cassette") as context:
        for name in root.list_commands(context):
            command = root.get_command(context, name)
            yield name, command
            for below, inner in getattr(command, "commands", {}).items():
                yield f"{name} {below}", inner


_COMMANDS = dict(_commands())


def test_generated_documents_are_current() -> None:
    command = [sys.executable, str(_ROOT / "scripts" / "generate_docs.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    command = _COMMANDS[name]
    assert command.help
    without = [
        parameter.name
        for parameter in command.params
        if not getattr(parameter, "help", None) and not command.hidden
    ]
    assert without == []


@pytest.mark.parametrize(
    "name", [name for name, command in _COMMANDS.items() if not command.hidden]
)
def test_every_command_is_in_the_reference(name: str) -> None:
    reference = (_ROOT / "docs" / "help.md").read_text("utf-8")
    assert f"## `cassette {name}`\n" in reference


@pytest.mark.parametrize("name", [name for name in _COMMANDS if " " not in name])
def test_the_readme_names_every_command(name: str) -> None:
    assert f"cassette {name}" in _README


_SHOWN_COMMANDS = sorted(
    {
        line
        for document in (_ROOT / "README.md", *(_ROOT / "docs").glob("*.md"))
        for block in re.findall(
            r"```(?:sh|console)\n(.*?)```", document.read_text("utf-8"), re.DOTALL
        )
        for line in re.findall(r"^(?:\$ )?(cassette .*)", block, re.MULTILINE)
        if "[OPTIONS]" not in line
    }
)


@pytest.mark.parametrize("line", _SHOWN_COMMANDS)
def test_shown_commands_have_the_options_they_use(line: str) -> None:
    _, name, *arguments = shlex.split(line, comments=True)
    if f"{name} {arguments[0] if arguments else ''}" in _COMMANDS:
        name = f"{name} {arguments.pop(0)}"
    known = {option for parameter in _COMMANDS[name].params for option in parameter.opts}
    used = {word.partition("=")[0] for word in arguments if re.match("--?[a-z]", word)}
    assert used <= known
