"""Writes the documents that are made from the program; `--check` fails where one is not current.

A document is a function here, which gives its text; add it to `DOCUMENTS` by the name of its file.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import typer
from typer.main import get_command

from cassette_cli.app import app
from cassette_cli.checks.catalogue import checks
from cassette_cli.redaction.catalogue import rules
from cassette_cli.render.markdown.checks import checks_markdown
from cassette_cli.render.markdown.rules import rules_markdown

_DOCS = Path(__file__).parents[1] / "docs"
_WIDTH = 100

# Click's own types; Typer brings them along without naming them in public.
Command: TypeAlias = Any
Context: TypeAlias = Any


def write_help() -> str:
    return "\n".join(("# The command line", "", *_help_of(get_command(app), "cassette")))


def write_checks() -> str:
    return checks_markdown(checks())


def write_rules() -> str:
    return rules_markdown(rules())


def _help_of(command: Command, name: str, parent: Context | None = None) -> Iterator[str]:
    """The help of a command, and of those below it, as lines of Markdown."""
    with typer.Context(
        command,
        parent,
        info_name=name,
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        **command.context_settings,
    ) as context:
        if parent is not None:
            yield from (f"## `{context.command_path}`", "")
        yield from (command.help or "", "", "```console")
        yield from (command.get_usage(context).removeprefix("Usage: "), "```", "")
        for parameter in command.get_params(context):
            if record := parameter.get_help_record(context):
                names, text = record
                yield f"- `{names}`: {text}"
        yield from ("", command.epilog, "") if command.epilog else ("",)
        for below in getattr(command, "list_commands", lambda _: ())(context):
            inner = command.get_command(context, below)
            if not inner.hidden:
                yield from _help_of(inner, below, context)


DOCUMENTS = {"help.md": write_help, "checks.md": write_checks, "rules.md": write_rules}


def main() -> int:
    """Write each document, or name those that are not as they would be written."""
    texts = {_DOCS / name: write() for name, write in DOCUMENTS.items()}
    stale = [
        path
        for path, text in texts.items()
        if not path.is_file() or path.read_text("utf-8") != text
    ]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path} is not current: run scripts/generate_docs.py", file=sys.stderr)
        return bool(stale)
    for path in stale:
        path.write_text(texts[path], "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
