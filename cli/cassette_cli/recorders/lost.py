"""What a test loses by an edit: requests that find no answer any more, or another one.

The requests of the old recording are sent to the new one, as a test would send them.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cassette_cli.model import Interaction
from cassette_cli.recorders.recorder import Compared, Recorder
from cassette_cli.recorders.replay import changed_parts, key_of, play

# For each interaction of an edited recording, its position before; None for one that was added.
Origins = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """An interaction, by its position before the edit, that its recorder no longer finds."""

    interaction: int
    recorder: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reanswered:
    """A request that gets the answer of another interaction; all by their positions before."""

    interaction: int
    recorder: str
    answered_by: int


@dataclass(frozen=True, slots=True)
class Losses:
    """What an edit does to the replay of a recording."""

    unmatched: tuple[Unmatched, ...] = ()
    reanswered: tuple[Reanswered, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.unmatched or self.reanswered)

    def repeated(self, repeating: Mapping[int, int], recorder: Recorder) -> "Losses":
        """These losses, and the requests that repeat an answer as it was before it was edited.

        `repeating` gives for such a request the interaction that answered. The client will send the
        new answer, which only a recorder that compares bodies notices.
        """
        if Compared.BODY not in recorder.compares:
            return self
        known = {one.interaction for one in self.unmatched}
        more = (
            Unmatched(index, recorder.name, f"body repeats the old answer of #{answer}")
            for index, answer in repeating.items()
            if index not in known
        )
        unmatched = sorted((*self.unmatched, *more), key=lambda one: one.interaction)
        return Losses(tuple(unmatched), self.reanswered)


NO_LOSSES = Losses()


def losses(
    before: Sequence[Interaction],
    after: Sequence[Interaction],
    recorder: Recorder,
    origins: Origins | None = None,
) -> Losses:
    """What the requests of `before` no longer get from `after`, or get from another interaction.

    Of requests that the recorder cannot tell apart, as many are named as are lost: those whose
    interaction was edited or dropped. Added interactions wait for requests of their own.
    """
    origins = range(len(after)) if origins is None else origins
    kept = {at: one for at, one in zip(origins, after, strict=True) if at is not None}
    answers = _answers(before, kept, recorder)
    pairs = tuple(zip(play(before, before, recorder), answers, strict=True))
    lost = [index for index, (old, new) in enumerate(pairs) if old is not None and new is None]
    named = dict(_named(before, lost, _reasons(before, kept, recorder), recorder))
    return Losses(
        tuple(Unmatched(index, recorder.name, named[index]) for index in sorted(named)),
        tuple(
            Reanswered(index, recorder.name, new)
            for index, (old, new) in enumerate(pairs)
            if old is not None and new is not None and index not in named
            if before[old].response != before[new].response
        ),
    )


def _answers(
    requests: Sequence[Interaction], kept: dict[int, Interaction], recorder: Recorder
) -> Iterator[int | None]:
    """For each request, which of the interactions that are kept answers it."""
    positions = tuple(kept)
    for found in play(requests, tuple(kept.values()), recorder):
        yield None if found is None else positions[found]


def _reasons(
    before: Sequence[Interaction], kept: dict[int, Interaction], recorder: Recorder
) -> dict[int, str]:
    """Why an interaction does not wait for its old request any more, for those that do not."""
    reasons = {}
    for index, old in enumerate(before):
        new = kept.get(index)
        changed = "dropped" if new is None else ", ".join(changed_parts(old, new, recorder))
        if changed:
            reasons[index] = changed
    return reasons


def _named(
    before: Sequence[Interaction],
    lost: Sequence[int],
    reasons: dict[int, str],
    recorder: Recorder,
) -> Iterator[tuple[int, str]]:
    """As many of each kind of request as are lost, with the reason."""
    counts: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index in lost:
        counts[key_of(before[index], recorder)].append(index)
    alike: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index in reasons:
        alike[key_of(before[index], recorder)].append(index)
    for key, indexes in counts.items():
        edited = alike[key]
        others = [index for index in indexes if index not in edited]
        for index in [*edited, *others][: len(indexes)]:
            yield index, reasons.get(index, "played for another request")
