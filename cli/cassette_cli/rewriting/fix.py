"""Make the edits that others propose: what `cassette validate` calls fixable."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from cassette_cli.document import Intent
from cassette_cli.model import Cassette
from cassette_cli.rewriting.operation import Operation, Step

# The edits that put something in a cassette right.
Fixes: TypeAlias = Callable[[Cassette], Iterable[Intent]]


def fix(fixes: Fixes) -> Operation:
    """Make the edits that `fixes` gives, each once."""
    return lambda cassette: Step(tuple(dict.fromkeys(fixes(cassette))))
