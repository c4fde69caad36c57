"""The parts of an interaction that can be edited."""

from enum import StrEnum


class Part(StrEnum):
    """What to open of an interaction."""

    TRANSCRIPT = "transcript"
    REQUEST = "request"
    RESPONSE = "response"
    REQUEST_BODY = "request.body"
    RESPONSE_BODY = "response.body"

    @property
    def side(self) -> str:
        """The side that it is a part of."""
        return "request" if self.startswith("request") else "response"
