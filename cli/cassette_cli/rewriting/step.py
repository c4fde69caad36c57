"""Edits as values: what each does to a cassette, what has to be true of it then, how it is told.

A step is a frozen dataclass, such as `DropHeader(HeaderTarget("Date"))`. Most steps edit one
interaction (`Step`), and `InEach` takes them through a cassette; some need all of it
(`CassetteStep`). `rewriting/rewrite.py` plans them, makes their edits, and proves them.
"""

from dataclasses import dataclass
from typing import NamedTuple, Protocol, runtime_checkable

from cassette_cli.document import Intent
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile


class Told(NamedTuple):
    """What a step does, said of one thing and of several: `header dropped`, `headers dropped`."""

    one: str
    several: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The edits that a step makes, of how many things, and what else the user has to know.

    `origins` gives, for each interaction afterwards, its position before, and None for a new one;
    without it all stay where they are.
    """

    intents: tuple[Intent, ...] = ()
    count: int = 0
    notes: tuple[str, ...] = ()
    origins: tuple[int | None, ...] | None = None


class Step(Protocol):
    """An edit of an interaction, whichever it is.

    `plan` raises EditError where the edit cannot be made; `holds` says whether the interaction that
    was read from the edited file is what the step promised.
    """

    @property
    def told(self) -> Told: ...

    def plan(self, reading: Reading, file: CassetteFile, /) -> Plan: ...

    def holds(self, before: Reading, after: Reading, /) -> bool: ...


@runtime_checkable
class Counting(Protocol):
    """A step whose edits may be left out where the file cannot hold them: it counts those made."""

    def made(self, before: Reading, after: Reading, /) -> int: ...


class CassetteStep(Protocol):
    """An edit of a cassette as a whole; its members are those of `Step`."""

    @property
    def told(self) -> Told: ...

    def plan(self, cassette: Cassette, /) -> Plan: ...

    def holds(self, before: Cassette, after: Cassette, /) -> bool: ...
