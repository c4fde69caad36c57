"""What of an interaction is to be shown, and how."""

from enum import StrEnum
from typing import NamedTuple


class View(StrEnum):
    """How an interaction is shown; one that it does not have falls back to the next."""

    TRANSCRIPT = "transcript"
    HTTP = "http"
    BODY = "body"
    EVENTS = "events"
    RAW = "raw"


class Shown(NamedTuple):
    """What of an interaction is shown, and how."""

    view: View = View.TRANSCRIPT
    request: bool = True
    response: bool = True
    headers: bool = False
    full: bool = False


def describe_duration(milliseconds: float) -> str:
    """A duration in the unit that suits it: `365 ms`, `2.4 s`, `<1 ms`."""
    second = 1000
    if round(milliseconds) < 1:
        return "<1 ms"
    if round(milliseconds) < second:
        return f"{milliseconds:.0f} ms"
    return f"{milliseconds / second:.1f} s"
