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


class ViewOptions(NamedTuple):
    """What of an interaction is shown, and how."""

    view: View = View.TRANSCRIPT
    request: bool = True
    response: bool = True
    headers: bool = False
    full: bool = False
    reveal: bool = False
