"""What a rule or a check has to say about a place in a cassette."""

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How bad a finding is; later is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3


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
