"""The recorded interactions that are nearest to a request, by the rules of a recorder."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from cassette_cli.misses.difference import Differing
from cassette_cli.misses.request_differences import request_differences
from cassette_cli.misses.sent import Sent
from cassette_cli.model import Interaction
from cassette_cli.recorders.recorder import Compared, Recorder


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recorded interaction, and all that keeps the recorder from playing it for a request."""

    path: str
    interaction: Interaction
    recorder: Recorder
    differs: tuple[Differing, ...]
    played: bool = False

    @property
    def matches(self) -> bool:
        """Whether the recorder would play it."""
        return not self.differs and not self.played

    @property
    def distance(self) -> tuple[int, int, bool]:
        """How many parts differ, and by how many characters; what matches is nearest."""
        return len(self.parts), sum(one.size for one in self.differs), self.played

    @property
    def parts(self) -> tuple[Compared, ...]:
        """The parts that differ."""
        return tuple(dict.fromkeys(one.part for one in self.differs))


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of a request: the interaction that it gets, if any, and the nearest ones."""

    sent: Sent
    recorder: str
    plays: Candidate | None
    nearest: tuple[Candidate, ...]

    @property
    def unknown(self) -> tuple[Compared, ...]:
        """The parts that a recorder compares, and that nothing is known of."""
        compared = {part for one in self.nearest for part in one.recorder.compares}
        return tuple(part for part in Compared if part in compared & self.sent.lacks)

    @property
    def matches(self) -> bool:
        """Whether the request surely gets an answer: nothing that is compared is unknown."""
        return self.plays is not None and not self.unknown


def candidates(
    sent: Sent,
    path: str,
    recording: Sequence[Interaction],
    recorder: Recorder,
    played: Collection[int] = (),
) -> tuple[Candidate, ...]:
    """Every interaction of a recording, with what differs, in the order of the file."""
    return tuple(
        Candidate(
            path,
            interaction,
            recorder,
            request_differences(sent, interaction, recorder),
            played=recorder.plays_once and position in played,
        )
        for position, interaction in enumerate(recording)
    )


def answer(
    sent: Sent, found: Iterable[Candidate], recorder: str, *, expected: int | None = None
) -> Answer:
    """The first candidate that matches, and all of them, the nearest first.

    The one that was expected comes before all others.
    """
    every = tuple(found)
    plays = next((one for one in every if one.matches), None)
    nearest = sorted(
        every, key=lambda one: (one.interaction.index != expected, one.distance, one.path)
    )
    return Answer(sent, recorder, plays, tuple(nearest))
