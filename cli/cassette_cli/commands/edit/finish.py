"""What an edit means for the other interactions, and for the recorder that plays them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cassette_cli.commands.shared.report_edit import Report
from cassette_cli.editing.propagate import Echoes, echoes_of, propagated
from cassette_cli.model import Cassette
from cassette_cli.recorders.lost import NO_LOSSES, Losses, Origins
from cassette_cli.recorders.matching import Matching
from cassette_cli.render.numbers import write_positions
from cassette_cli.rewriting.rewrite import Rewritten


def finish(
    original: Cassette,
    start: Rewritten,
    edited: Rewritten,
    positions: Iterable[int],
    matching: Matching,
    *,
    propagate: bool,
) -> tuple[Rewritten, Report]:
    """The edited cassette and what to tell of it.

    `original` is the file, `start` what was edited: the same, or with a copy in it. Where later
    requests repeat what was edited, they are changed as well, if that was asked for.
    """
    echoes = echoes_of(start.cassette, edited.cassette, positions)
    if propagate:
        edited = propagated(edited, echoes)
    sent = _as_sent(original, edited, echoes) if propagate else original
    losses = matching.losses(sent, edited.cassette, edited.origins)
    if not propagate:
        losses = _with_echoes(losses, original, echoes, edited.origins, matching)
    notes = (*edited.notes, *_notes(echoes, propagate=propagate))
    return edited, Report(edited.told, notes, losses)


def _as_sent(original: Cassette, edited: Rewritten, echoes: Echoes) -> Cassette:
    """The cassette with the requests that a client will send after the edit."""
    sent = list(original.interactions)
    for index in echoes.repeating:
        origin, new = edited.origins[index], edited.cassette.interactions[index]
        if origin is not None:
            sent[origin] = replace(sent[origin], request=new.request, sources=new.sources)
    return replace(original, interactions=tuple(sent))


def _with_echoes(
    losses: Losses, original: Cassette, echoes: Echoes, origins: Origins, matching: Matching
) -> Losses:
    recorder = matching.recorder_for(original)
    if recorder is None:
        return NO_LOSSES
    repeating = {
        origin: answer
        for index, answer in echoes.repeating.items()
        if (origin := origins[index]) is not None
    }
    return losses.repeated(repeating, recorder)


def _notes(echoes: Echoes, *, propagate: bool) -> Iterator[str]:
    if echoes.repeating and not propagate:
        told = write_positions(echoes.repeating)
        answers = write_positions(echoes.repeating.values())
        yield f"{told} still send the old answer of {answers}: --propagate changes that, too"
    if echoes.sealed:
        told = write_positions(echoes.sealed)
        yield f"the answer of {told} is signed, and the signature no longer holds"
