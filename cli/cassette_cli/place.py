"""Where something stands: in the file, and under which layers; one spelling for every command."""

from collections.abc import Iterable
from dataclasses import dataclass

_BELOW = " › "


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: in the file (1-based line and column), and under which layers.

    `location` reads like `response.body › gzip › sse[17] › choices[0].delta.content`;
    `interaction` is None for what concerns the file as a whole.
    """

    interaction: int | None
    location: str
    line: int
    column: int


def write_location(steps: Iterable[str]) -> str:
    """A location in words, from the outside in; steps without a name are left out."""
    return _BELOW.join(step for step in steps if step)
