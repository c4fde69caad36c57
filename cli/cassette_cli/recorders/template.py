"""The source code that tells a recorder what to redact, from the folder `templates`."""

from importlib.resources import files
from string import Template


class _Code(Template):
    """Code with `@{name}` where something goes: a dollar sign means something in Ruby."""

    delimiter = "@"


def fill(name: str, **parts: str) -> str:
    """The template of this file name with its parts filled in."""
    text = files("cassette_cli.recorders").joinpath("templates", name).read_text("utf-8")
    return _Code(text).substitute(parts)
