"""Align two sequences: what corresponds to what, in order, and the same whichever side is first."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

Keys: TypeAlias = tuple[str, ...]
Score: TypeAlias = Callable[[int, int], int]
Match: TypeAlias = tuple[int, int]

# Above this many candidate pairs what is left is matched by position.
_MAX_CELLS = 250_000


class Pair(NamedTuple):
    """Positions of two things that correspond; None where a thing has no counterpart."""

    a: int | None
    b: int | None


class _Gap(NamedTuple):
    """A stretch of each sequence, ends excluded."""

    a: int
    a_end: int
    b: int
    b_end: int


def align(left: Sequence[Keys], right: Sequence[Keys], score: Score) -> list[Pair]:
    """Pair two sequences in order, so that as much as possible corresponds.

    The keys of an element go from the most to the least particular: equal first keys correspond
    before equal second keys do. Elements without an equal key correspond where `score(a, b)` of
    their positions is best; 0 means never. What has no counterpart on the left comes after what
    has none on the right, between the same neighbours.
    """
    # Ties are broken by order; one order for both ways round makes the result symmetric.
    if tuple(right) < tuple(left):
        flipped = _matches(right, left, lambda b, a: score(a, b))
        return _fill([(a, b) for b, a in flipped], len(left), len(right))
    return _fill(_matches(left, right, score), len(left), len(right))


def _matches(left: Sequence[Keys], right: Sequence[Keys], score: Score) -> list[Match]:
    depth = len(left[0]) if left else 0
    return _match_gap(left, right, _Gap(0, len(left), 0, len(right)), 0, depth, score)


def _match_gap(
    left: Sequence[Keys], right: Sequence[Keys], gap: _Gap, level: int, depth: int, score: Score
) -> list[Match]:
    if gap.a == gap.a_end or gap.b == gap.b_end:
        return []
    if level == depth:
        return _best_matches(gap, score)
    keys_a = [keys[level] for keys in left[gap.a : gap.a_end]]
    keys_b = [keys[level] for keys in right[gap.b : gap.b_end]]
    anchors = [(gap.a + a, gap.b + b) for a, b in _anchors(keys_a, keys_b)]
    found: list[Match] = []
    start = gap
    for anchor in [*anchors, (gap.a_end, gap.b_end)]:
        inner = _Gap(start.a, anchor[0], start.b, anchor[1])
        found += _match_gap(left, right, inner, level + 1, depth, score)
        found.append(anchor)
        start = _Gap(anchor[0] + 1, gap.a_end, anchor[1] + 1, gap.b_end)
    return found[:-1]


def _anchors(keys_a: list[str], keys_b: list[str]) -> list[Match]:
    """The common beginning and end, and between them what is there once on each side, in order."""
    shorter = min(len(keys_a), len(keys_b))
    head = 0
    while head < shorter and keys_a[head] == keys_b[head]:
        head += 1
    tail = 0
    while tail < shorter - head and keys_a[-1 - tail] == keys_b[-1 - tail]:
        tail += 1
    end_a, end_b = len(keys_a) - tail, len(keys_b) - tail
    places_a = _unique_places(keys_a[head:end_a], head)
    places_b = _unique_places(keys_b[head:end_b], head)
    unique = [(place, places_b[key]) for key, place in places_a.items() if key in places_b]
    return (
        [(place, place) for place in range(head)]
        + _longest_rising(unique)
        + [(end_a + place, end_b + place) for place in range(tail)]
    )


def _unique_places(keys: list[str], offset: int) -> dict[str, int]:
    counts = Counter(keys)
    return {key: offset + place for place, key in enumerate(keys) if counts[key] == 1}


def _longest_rising(matches: list[Match]) -> list[Match]:
    """The longest run of matches, given in order of the first, whose second rises as well.

    Of two runs of one length the one wins that has more matches at equal positions: what stands
    where it stood has not moved.
    """
    ranks = {b: rank for rank, b in enumerate(sorted(b for _, b in matches))}
    best: list[tuple[int, int]] = [(0, -1)] * (len(matches) + 1)
    before: list[int] = []
    for number, (a, b) in enumerate(matches):
        worth, last = _best_below(best, ranks[b])
        before.append(last)
        _raise(best, ranks[b], (worth + len(matches) + 1 + (a == b), number))
    found = []
    place = _best_below(best, len(matches))[1]
    while place >= 0:
        found.append(matches[place])
        place = before[place]
    return found[::-1]


def _best_below(best: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    """The best of the entries before a rank, in a binary indexed tree (Fenwick)."""
    found = best[0]
    while rank > 0:
        found = max(found, best[rank])
        rank -= rank & -rank
    return found


def _raise(best: list[tuple[int, int]], rank: int, entry: tuple[int, int]) -> None:
    rank += 1
    while rank < len(best):
        best[rank] = max(best[rank], entry)
        rank += rank & -rank


def _best_matches(gap: _Gap, score: Score) -> list[Match]:
    rows, columns = gap.a_end - gap.a, gap.b_end - gap.b
    if rows * columns > _MAX_CELLS:
        together = zip(range(gap.a, gap.a_end), range(gap.b, gap.b_end), strict=False)
        return [(a, b) for a, b in together if score(a, b)]
    scores = [[score(a, b) for b in range(gap.b, gap.b_end)] for a in range(gap.a, gap.a_end)]
    totals = _totals(scores, columns)
    found = []
    row = column = 0
    while row < rows and column < columns:
        best = totals[row][column]
        here = scores[row][column]
        if here and best == here + totals[row + 1][column + 1]:
            found.append((gap.a + row, gap.b + column))
            row, column = row + 1, column + 1
        elif best == totals[row + 1][column]:
            row += 1
        else:
            column += 1
    return found


def _totals(scores: list[list[int]], columns: int) -> list[list[int]]:
    """The best sum of scores from each cell to the end (Needleman and Wunsch, no penalty)."""
    totals = [[0] * (columns + 1)]
    for row in reversed(scores):
        below = totals[-1]
        line = [0] * (columns + 1)
        best = 0
        for column in range(columns - 1, -1, -1):
            best = max(best, below[column])
            if score := row[column]:
                best = max(best, score + below[column + 1])
            line[column] = best
        totals.append(line)
    return totals[::-1]


def _fill(matches: list[Match], rows: int, columns: int) -> list[Pair]:
    pairs: list[Pair] = []
    a = b = 0
    for match in [*matches, (rows, columns)]:
        pairs += [Pair(place, None) for place in range(a, match[0])]
        pairs += [Pair(None, place) for place in range(b, match[1])]
        pairs.append(Pair(*match))
        a, b = match[0] + 1, match[1] + 1
    return pairs[:-1]
