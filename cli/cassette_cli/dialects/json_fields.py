"""Fields of JSON by their paths: what stands there, if it has the type that is asked for."""

from collections.abc import Iterable

from cassette_cli.json_values import Json


def at(value: Json, *path: str | int) -> Json:
    """What stands at a path of keys and indexes; None where nothing does."""
    # No pattern here: nothing is called as often as this.
    for step in path:
        if isinstance(step, str):
            if not isinstance(value, dict):
                return None
            value = value.get(step)
        elif isinstance(value, list) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def string_at(value: Json, *path: str | int) -> str | None:
    """The string at a path; None for anything else."""
    found = at(value, *path)
    return found if isinstance(found, str) else None


def integer_at(value: Json, *path: str | int) -> int | None:
    """The integer at a path; None for anything else (booleans are no numbers)."""
    found = at(value, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def objects_at(value: Json, *path: str | int) -> list[dict[str, Json]]:
    """The objects in the list at a path; none where there is no list."""
    found = at(value, *path)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def first_string(value: Json, *names: str) -> str | None:
    """The first of these fields that is a string and not empty: APIs differ in names alone."""
    return next((text for name in names if (text := string_at(value, name))), None)


def other_fields(value: Json, known: Iterable[str]) -> tuple[tuple[str, Json], ...]:
    """The fields of an object besides the known ones, in order."""
    if not isinstance(value, dict):
        return ()
    names = frozenset(known)
    return tuple((name, field) for name, field in value.items() if name not in names)


def extra_fields(value: Json, *known: str) -> tuple[tuple[str, Json], ...]:
    """The fields of an object besides the known ones that say something: none that is empty."""
    return tuple(
        (name, field)
        for name, field in other_fields(value, known)
        if field is not None and field not in ("", [], {})
    )
