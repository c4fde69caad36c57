"""The options by which a command is configured, and the search for the configuration file."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from cassette_cli.commands.shared.lazy_group import ENVIRONMENT_PREFIX

PYPROJECT = "pyproject.toml"
OWN_FILE = "cassette.toml"
_ISOLATED = "cassette_cli.isolated"


def _isolate(context: typer.Context, wanted: bool) -> bool:  # noqa: FBT001 -- Click calls it so
    if wanted:
        context.meta[_ISOLATED] = True
    return wanted


def _use_file(context: typer.Context, path: str | None) -> str | None:
    """Make what the file sets the defaults of this command's options."""
    file = None if context.resilient_parsing else configuration_file(context, path)
    if file is not None:
        # Only who has such a file pays for reading it.
        from cassette_cli.commands.shared.settings import defaults_of, load_settings

        defaults = defaults_of(context.command, load_settings(context, file))
        context.default_map = {**defaults, **(context.default_map or {})}
    return path


def configuration_file(context: typer.Context, path: str | None) -> Path | None:
    """The file named with --config, else the nearest one; None where there is to be none."""
    if context.meta.get(_ISOLATED):
        return None
    return Path(path) if path else find_file(Path.cwd())


ConfigFile: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        envvar=f"{ENVIRONMENT_PREFIX}_CONFIG",
        help="Configuration file. [default: the nearest pyproject.toml or cassette.toml]",
        callback=_use_file,
        is_eager=True,
        show_default=False,
    ),
]
Isolated: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--isolated", help="Read no configuration file.", callback=_isolate, is_eager=True
    ),
]


def find_file(directory: Path) -> Path | None:
    """The configuration file of the nearest directory that has one, going upwards."""
    for folder in (directory, *directory.parents):
        if (folder / OWN_FILE).is_file():
            return folder / OWN_FILE
        project = folder / PYPROJECT
        if project.is_file() and "[tool.cassette" in project.read_text("utf-8", errors="replace"):
            return project
    return None
