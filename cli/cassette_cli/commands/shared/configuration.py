"""Find the configuration file, and let it set the defaults of a command's options."""

from contextvars import ContextVar
from pathlib import Path

import typer

PYPROJECT = "pyproject.toml"
OWN_FILE = "cassette.toml"
_ISOLATED = "cassette_cli.isolated"
# No command has an option for it, so that it does not travel with the options.
_EXCLUDED: ContextVar[tuple[str, ...]] = ContextVar("excluded", default=())


def isolate(context: typer.Context, wanted: bool) -> bool:  # noqa: FBT001 -- Click calls it so
    """Remember that no file is to be read: the callback of --isolated."""
    if wanted:
        context.meta[_ISOLATED] = True
    return wanted


def use_file(context: typer.Context, path: str | None) -> str | None:
    """Make what the file sets the defaults of this command's options: the callback of --config."""
    file = None if context.resilient_parsing else configuration_file(context, path)
    _EXCLUDED.set(())
    if file is not None:
        # Only who has such a file pays for reading it.
        from cassette_cli.commands.shared.option_defaults import (
            defaults_of,
            excluded_by,
            load_settings,
        )

        settings = load_settings(context, file)
        _EXCLUDED.set(excluded_by(settings))
        defaults = defaults_of(context.command, settings)
        context.default_map = {**defaults, **(context.default_map or {})}
    return path


def configuration_file(context: typer.Context, path: str | None) -> Path | None:
    """The file named with --config, else the nearest one; None where there is to be none."""
    if context.meta.get(_ISOLATED):
        return None
    return Path(path) if path else find_file(Path.cwd())


def excluded() -> tuple[str, ...]:
    """The absolute globs of what the configuration in force excludes from searches."""
    return _EXCLUDED.get()


def find_file(directory: Path) -> Path | None:
    """The configuration file of the nearest directory that has one, going upwards."""
    for folder in (directory, *directory.parents):
        if (folder / OWN_FILE).is_file():
            return folder / OWN_FILE
        project = folder / PYPROJECT
        if project.is_file() and "[tool.cassette" in project.read_text("utf-8", errors="replace"):
            return project
    return None
