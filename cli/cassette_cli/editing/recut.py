"""A new text, cut into pieces where a recording cut the old one."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from cassette_cli.text import difference


def recut(pieces: Sequence[str], text: str) -> list[str]:
    """The text, cut into as many pieces: what is unchanged stays in its piece.

    What is new is cut where the recording cut; what there is more of it goes to the last piece that
    changes.
    """
    edits = difference("".join(pieces), text)
    if not edits:
        return list(pieces)
    (start, end), new = edits[0]
    return list(_recut(pieces, start, end, new))


def _recut(pieces: Sequence[str], start: int, end: int, new: str) -> Iterator[str]:
    starts = list(accumulate(map(len, pieces), initial=0))
    last = _piece_at(starts, max(start, end - 1))
    first = min(_piece_at(starts, start), last)
    for index, piece in enumerate(pieces):
        if not first <= index <= last:
            yield piece
            continue
        inner_start, inner_end = max(start - starts[index], 0), min(end - starts[index], len(piece))
        share = len(new) if index == last else inner_end - inner_start
        yield piece[:inner_start] + new[:share] + piece[inner_end:]
        new = new[share:]


def _piece_at(starts: Sequence[int], offset: int) -> int:
    """The piece that holds a character; the last one that is not empty, at the end of the text."""
    inside = (index for index in range(len(starts) - 1) if starts[index + 1] > offset)
    whole = (index for index in range(len(starts) - 1) if starts[index + 1] == starts[-1])
    return next(inside, next(whole, 0))
