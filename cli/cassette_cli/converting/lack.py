"""What a target cannot hold: it is taken away, and lost where that changes something."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from cassette_cli.model import Body, Interaction, Response


class Lack(NamedTuple):
    """A part of interactions that a target has no place for; `what` names it in the plural."""

    what: str
    without: Callable[[Interaction], Interaction]

    def concerns(self, interaction: Interaction) -> bool:
        """Whether an interaction has such a part."""
        return self.without(interaction) != interaction


def _without_response(interaction: Interaction) -> Interaction:
    return replace(interaction, response=Response(None))


def _without_request_headers(interaction: Interaction) -> Interaction:
    return replace(interaction, request=replace(interaction.request, headers=()))


def _without_reason(interaction: Interaction) -> Interaction:
    return replace(interaction, response=replace(interaction.response, reason=None))


def _without_duration(interaction: Interaction) -> Interaction:
    # Zero is what recorders write that did not measure.
    return replace(interaction, duration_ms=None) if interaction.duration_ms else interaction


def _without_time(interaction: Interaction) -> Interaction:
    return replace(interaction, recorded_at=None)


def without_request_body(unfit: Callable[[str | bytes], bool], what: str) -> Lack:
    """The lack of request bodies that a target has no spelling for."""

    def without(interaction: Interaction) -> Interaction:
        match interaction.request.body:
            case Body(str() | bytes() as content) if unfit(content):
                return replace(interaction, request=replace(interaction.request, body=None))
        return interaction

    return Lack(what, without)


RESPONSES = Lack("responses", _without_response)
REQUEST_HEADERS = Lack("request headers", _without_request_headers)
REASONS = Lack("reason phrases", _without_reason)
DURATIONS = Lack("durations", _without_duration)
TIMES = Lack("times of recording", _without_time)
BINARY_REQUEST_BODIES = without_request_body(
    lambda content: isinstance(content, bytes), "binary request bodies"
)
