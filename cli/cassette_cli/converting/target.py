"""The record of a format that cassettes can be converted to."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from cassette_cli.converting.lack import Lack
from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Interaction

Interactions: TypeAlias = tuple[Interaction, ...]


def read_as_cassette(text: str) -> Interactions:
    """The interactions of a written cassette, by the format that claims it."""
    return read_cassette(parse("the converted file", text)).interactions


class Target(NamedTuple):
    """One target.

    `write(interactions)` gives the whole text of a file as the recorder itself would write it, for
    interactions whose bodies are text or bytes and from which everything in `lacks` was taken;
    `read(text)` reads them back, for the proof. `decodes` says that it holds bodies without their
    content codings. `suffix` is that of its files, `needs_status` whether each response has to
    have a status code.
    """

    name: str
    suffix: str
    write: Callable[[Interactions], str]
    lacks: tuple[Lack, ...]
    read: Callable[[str], Interactions] = read_as_cassette
    decodes: bool = False
    needs_status: bool = True
