"""What a recorder answers: requests of a test are sent to a recording, in their order."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Sequence

from cassette_cli.model import Interaction
from cassette_cli.recorders.parts import headers, read_part
from cassette_cli.recorders.recorder import Compared, Recorder


def play(
    requests: Iterable[Interaction], recording: Sequence[Interaction], recorder: Recorder
) -> tuple[int | None, ...]:
    """For each request, where in the recording its answer stands; None where it finds none.

    A recorder looks for the first interaction that matches and, where it plays each once, was not
    played yet.
    """
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for position, recorded in enumerate(recording):
        waiting[key_of(recorded, recorder)].append(position)
    return tuple(
        _take(waiting.get(key_of(request, recorder)), request, recording, recorder)
        for request in requests
    )


def key_of(interaction: Interaction, recorder: Recorder) -> Hashable:
    """What two requests have in common that a recorder takes for each other."""
    parts = (part for part in recorder.compares if not _is_partial(part, recorder))
    return tuple(read_part(recorder, part, interaction) for part in parts)


def changed_parts(old: Interaction, new: Interaction, recorder: Recorder) -> tuple[Compared, ...]:
    """The parts for which a recorder no longer takes the old request for the new one."""
    return tuple(
        part
        for part in recorder.compares
        if not (
            headers(new) <= headers(old)
            if _is_partial(part, recorder)
            else read_part(recorder, part, old) == read_part(recorder, part, new)
        )
    )


def _is_partial(part: Compared, recorder: Recorder) -> bool:
    return part is Compared.HEADERS and recorder.may_have_more_headers


def _take(
    positions: deque[int] | None,
    request: Interaction,
    recording: Sequence[Interaction],
    recorder: Recorder,
) -> int | None:
    if positions is None:
        return None
    for position in positions:
        if not recorder.may_have_more_headers or headers(recording[position]) <= headers(request):
            if recorder.plays_once:
                positions.remove(position)
            return position
    return None
