"""Positions of interactions in a few words: `#0, #2–#5`."""

from collections.abc import Iterable
from itertools import groupby


def write_positions(positions: Iterable[int]) -> str:
    """Each once, in order, neighbours as a range."""
    numbered = enumerate(sorted(set(positions)))
    # In a run of neighbours, position and rank keep their distance.
    runs = ([at for _, at in run] for _, run in groupby(numbered, lambda pair: pair[1] - pair[0]))
    return ", ".join(f"#{run[0]}" if len(run) == 1 else f"#{run[0]}–#{run[-1]}" for run in runs)
