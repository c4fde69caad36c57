"""Headers as most recorders store them: the values of each name together."""

from collections.abc import Iterable

from cassette_cli.model import Header


def grouped(headers: Iterable[Header]) -> dict[str, list[str]]:
    """The values by name, in the order in which the names first come."""
    found: dict[str, list[str]] = {}
    for header in headers:
        found.setdefault(header.name, []).append(header.value)
    return found
