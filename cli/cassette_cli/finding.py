"""What a rule or a check has to say about a place in a cassette."""

from dataclasses import dataclass
from enum import IntEnum

from cassette_cli.place import Place


class Severity(IntEnum):
    """How bad a finding is; later is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name of it in messages and in options."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found in a file.

    `fingerprint` stays the same when lines move, and holds nothing of what was recorded. `excerpt`
    is the source line, or what of it stands around the place, with `caret` as an offset in it; it
    is empty where it would show a secret.
    """

    check: str
    severity: Severity
    message: str
    path: str
    place: Place
    fingerprint: str
    fixable: bool = False
    excerpt: str = ""
    caret: int = 0
