"""The least edit that turns one text into another."""

from cassette_cli.text import Edit, Span


def difference(old: str, new: str) -> tuple[Edit, ...]:
    """At most one edit: of what stands between the common beginning and the common end."""
    if old == new:
        return ()
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return (Edit(Span(start, len(old) - end), new[start : len(new) - end]),)


def _common(left: str, right: str) -> int:
    """The length of the common beginning, by halving: slices compare faster than a loop does."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
