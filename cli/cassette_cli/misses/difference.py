"""One difference between a request that was sent and a recorded one."""

from typing import NamedTuple

from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json, write_json
from cassette_cli.recorders.recorder import Compared


class Differing(NamedTuple):
    """Two values that differ, in a part that the recorder compares.

    `path` leads to them within the part: into the JSON of a body, to a header, to a parameter of
    the query. `place` says the same for people, where that helps: `message 3 of 5`. A side that
    has nothing there is None. With `spelling`, the values are the same, and only spelled otherwise.
    """

    part: Compared
    recorded: Json
    sent: Json
    path: JsonPath = ()
    place: str = ""
    spelling: bool = False

    @property
    def size(self) -> int:
        """How many characters differ; none where it is the spelling alone."""
        if self.spelling:
            return 0
        recorded, sent = _spelled(self.recorded), _spelled(self.sent)
        start = common_prefix(recorded, sent)
        end = common_prefix(recorded[start:][::-1], sent[start:][::-1])
        return max(len(recorded), len(sent)) - start - end


def common_prefix(a: str, b: str) -> int:
    """How many characters two texts have in common from their beginning."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _spelled(value: Json) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else write_json(value)
