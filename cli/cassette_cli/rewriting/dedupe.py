"""Drop interactions that repeat an earlier one."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from cassette_cli.layers.peel import peel
from cassette_cli.model import Body, Cassette, Header, Interaction
from cassette_cli.recorders.matching import BY_DEFAULT, Matching
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.recorders.replay import key_of
from cassette_cli.rewriting.keep import Keep
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class Dedupe:
    """Drop the interactions that the recorder would never play.

    Most recorders play each interaction once, so that three equal ones answer three equal requests.
    Of interactions that are `all` the same in method, URL, status and decoded bodies, with `every`
    only the first is kept, though the recorder would play the others: headers, dates and durations
    do not count, for no two recordings have the same.
    """

    matching: Matching = BY_DEFAULT
    every: bool = False
    told: ClassVar[Told] = Keep.told

    def plan(self, cassette: Cassette) -> Plan:
        """Raises EditError as `Keep` does; the notes name each interaction that goes, and why."""
        firsts = self._firsts(cassette)
        notes = [
            f"#{index} dropped: {self._reason} #{first}"
            for index, first in enumerate(firsts)
            if first != index
        ]
        if not notes and not self.every:
            notes = list(_kept_notes(_alike(cassette.interactions)))
        return replace(Keep(frozenset(firsts)).plan(cassette), notes=tuple(notes))

    def holds(self, before: Cassette, after: Cassette) -> bool:
        """Whether the first of each kind is left, and nothing else."""
        return Keep(frozenset(self._firsts(before))).holds(before, after)

    @property
    def _reason(self) -> str:
        return "the same as" if self.every else "never played, its requests get"

    def _firsts(self, cassette: Cassette) -> list[int]:
        """For each interaction, the position of the one that is kept for it."""
        if self.every:
            return _alike(cassette.interactions)
        return _played(cassette.interactions, self.matching.recorder_for(cassette))


def _kept_notes(firsts: Sequence[int]) -> list[str]:
    repeats = [index for index, first in enumerate(firsts) if first != index]
    if not repeats:
        return []
    told = ", ".join(f"#{index} repeats #{firsts[index]}" for index in repeats)
    return [f"{told}, and may be played after it: drop such with --dedupe=all"]


def _played(interactions: Sequence[Interaction], recorder: Recorder | None) -> list[int]:
    """For each interaction, the one that is played for requests like its own."""
    if recorder is None or recorder.plays_once:
        return list(range(len(interactions)))
    known: dict[Hashable, int] = {}
    return [known.setdefault(key_of(one, recorder), one.index) for one in interactions]


def _alike(interactions: Sequence[Interaction]) -> list[int]:
    """For each interaction, the first that says the same."""
    known: dict[Hashable, int] = {}
    return [known.setdefault(_identity(one), one.index) for one in interactions]


def _identity(interaction: Interaction) -> Hashable:
    request, response = interaction.request, interaction.response
    return (
        request.method,
        request.url,
        _content(request.body, request.headers),
        response.status_code,
        _content(response.body, response.headers),
    )


def _content(body: Body | None, headers: tuple[Header, ...]) -> str | bytes:
    return peel(body, headers).content
