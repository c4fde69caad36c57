"""Drop interactions that say the same as an earlier one."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from cassette_cli.layers.peel import peel
from cassette_cli.model import Body, Cassette, Header, Interaction
from cassette_cli.rewriting.keep import Keep
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class Dedupe:
    """Keep the first of those with the same method, URL, status and decoded bodies.

    Headers, dates and durations do not count: no two recordings have the same.
    """

    told: ClassVar[Told] = Keep.told

    def plan(self, cassette: Cassette) -> Plan:
        """Raises EditError as `Keep` does; the notes name each interaction that goes, and why."""
        firsts = _firsts(cassette)
        notes = [
            f"#{index} dropped: the same as #{first}"
            for index, first in enumerate(firsts)
            if first != index
        ]
        return replace(Keep(frozenset(firsts)).plan(cassette), notes=tuple(notes))

    def holds(self, before: Cassette, after: Cassette) -> bool:
        """Whether the first of each kind is left, and nothing else."""
        return Keep(frozenset(_firsts(before))).holds(before, after)


def _firsts(cassette: Cassette) -> list[int]:
    """For each interaction, the position of the first that says the same."""
    known: dict[Hashable, int] = {}
    return [known.setdefault(_identity(one), one.index) for one in cassette.interactions]


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
