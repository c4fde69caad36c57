"""A terminal that results are printed on for a person: how wide it is, and whether in colour."""

import os
import sys
from collections.abc import Callable
from io import StringIO
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec

from cassette_cli.commands.shared.options import Color

if TYPE_CHECKING:
    from rich.console import Console

P = ParamSpec("P")

_DEFAULT_WIDTH = 100


class Screen(NamedTuple):
    """How to print for a person: the width in columns, and whether in colour."""

    width: int
    color: bool


def screen_for(color: Color) -> Screen | None:
    """The screen behind stdout; None where it is a pipe or a file, even one that is coloured."""
    if not sys.stdout.isatty():
        return None
    import shutil

    return Screen(shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns, is_colored(color))


def is_colored(color: Color) -> bool:
    """Whether text for people is coloured: the option counts, then NO_COLOR, then FORCE_COLOR."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def drawn(
    screen: Screen,
    draw: "Callable[Concatenate[Console, P], None]",
    *values: P.args,
    **options: P.kwargs,
) -> str:
    """What a function prints to a rich console, as text for this screen."""
    from rich.console import Console

    buffer = StringIO()
    console = Console(
        file=buffer,
        width=screen.width,
        force_terminal=True,
        color_system="standard" if screen.color else None,
        no_color=not screen.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    draw(console, *values, **options)
    return buffer.getvalue()
