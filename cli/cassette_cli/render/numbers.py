"""Numbers as people write them: durations, sizes, positions of interactions."""

from collections.abc import Iterable
from itertools import groupby


def write_duration(milliseconds: float) -> str:
    """A duration in the unit that suits it: `365 ms`, `2.4 s`, `<1 ms`."""
    second = 1000
    if round(milliseconds) < 1:
        return "<1 ms"
    if round(milliseconds) < second:
        return f"{milliseconds:.0f} ms"
    return f"{milliseconds / second:.1f} s"


def write_size(count: int) -> str:
    """A number of bytes as people write it, in powers of 1000."""
    for unit, scale in (("MB", 1_000_000), ("kB", 1000)):
        if count >= scale:
            return f"{count / scale:.1f} {unit}"
    return f"{count} B"


def write_positions(positions: Iterable[int]) -> str:
    """Positions of interactions, each once and in order, neighbours as a range: `#0, #2–#5`."""
    numbered = enumerate(sorted(set(positions)))
    # In a run of neighbours, position and rank keep their distance.
    runs = ([at for _, at in run] for _, run in groupby(numbered, lambda pair: pair[1] - pair[0]))
    return ", ".join(f"#{run[0]}" if len(run) == 1 else f"#{run[0]}–#{run[-1]}" for run in runs)
