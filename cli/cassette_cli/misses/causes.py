"""Requests of one run that found nothing for the same cause, which is told once."""

from collections.abc import Sequence
from typing import NamedTuple

from cassette_cli.json_path import JsonPath
from cassette_cli.misses.nearest import Answer
from cassette_cli.recorders.recorder import Compared


class Cause(NamedTuple):
    """What differs from the nearest interaction, and the positions of the requests it is true of.

    `played` is true where that interaction was played already.
    """

    differs: tuple[tuple[Compared, JsonPath], ...]
    played: bool
    requests: tuple[int, ...]


def causes(answers: Sequence[Answer]) -> tuple[Cause, ...]:
    """The causes for which requests found nothing, the most frequent first."""
    found: dict[tuple[tuple[tuple[Compared, JsonPath], ...], bool], list[int]] = {}
    for position, answer in enumerate(answers):
        if not answer.matches:
            nearest = answer.nearest[0]
            differs = tuple((one.part, one.path) for one in nearest.differs)
            found.setdefault((differs, nearest.played), []).append(position)
    every = [Cause(*key, tuple(requests)) for key, requests in found.items()]
    return tuple(sorted(every, key=lambda cause: -len(cause.requests)))
