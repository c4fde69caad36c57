"""The classes of secrets that --class names."""

from collections.abc import Iterable

from cassette_cli.errors import CassetteError
from cassette_cli.nearest import did_you_mean
from cassette_cli.redaction.rule import SecretClass


def read_classes(names: Iterable[str]) -> tuple[SecretClass, ...]:
    """The classes of these names. Raises CassetteError for a name that no class has."""
    known = {one.value: one for one in SecretClass}
    for name in names:
        if name not in known:
            raise CassetteError(
                f"no class is called {name!r}",
                hint=did_you_mean(name, known, f"the classes are {' and '.join(known)}"),
            )
    return tuple(known[name] for name in names)
