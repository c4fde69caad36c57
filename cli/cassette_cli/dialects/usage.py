"""Token counts, which every API reports under names of its own."""

from typing import TypeAlias

from cassette_cli.dialects.json_fields import integer_at
from cassette_cli.json_values import Json
from cassette_cli.transcript import Usage

# Where a count stands: names joined by dots. Of several places the first that has a count is read.
Place: TypeAlias = str | tuple[str, ...]


def usage_of(counts: Json, **places: Place) -> Usage | None:
    """The counts of an object, each field of `Usage` from its place; None where there is no object.

    `usage_of(counts, input_tokens="in", cache_read_input_tokens=("details.cached", "hits"))` reads
    `{"in": 3, "details": {"cached": 1}}`.
    """
    if not isinstance(counts, dict):
        return None
    return Usage(**{field: _count_at(counts, place) for field, place in places.items()})


def usage_if_counted(counts: Json, **places: Place) -> Usage | None:
    """The counts of an object that has other fields, too; None where it has none of them."""
    usage = usage_of(counts, **places)
    return None if usage == Usage() else usage


def _count_at(counts: Json, place: Place) -> int | None:
    for path in (place,) if isinstance(place, str) else place:
        if (count := integer_at(counts, *path.split("."))) is not None:
            return count
    return None
