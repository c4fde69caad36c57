"""What a target cannot hold."""

from dataclasses import replace

import pytest

from cassette_cli.converting import lack
from cassette_cli.model import Body, Interaction

_LACKS = [
    pytest.param(lack.RESPONSES, id="responses"),
    pytest.param(lack.REQUEST_HEADERS, id="request headers"),
    pytest.param(lack.REASONS, id="reasons"),
    pytest.param(lack.DURATIONS, id="durations"),
    pytest.param(lack.TIMES, id="times"),
]


@pytest.mark.parametrize("one", _LACKS)
def test_what_was_taken_away_is_lost_no_more(one: lack.Lack, interaction: Interaction) -> None:
    assert one.concerns(interaction)
    assert not one.concerns(one.without(interaction))


def test_a_duration_of_zero_was_not_measured(interaction: Interaction) -> None:
    assert not lack.DURATIONS.concerns(replace(interaction, duration_ms=0.0))


def test_binary_bodies_are_lost_and_text_is_not(interaction: Interaction) -> None:
    request = replace(interaction.request, body=Body(b"\xff"))
    assert not lack.BINARY_REQUEST_BODIES.concerns(interaction)
    assert lack.BINARY_REQUEST_BODIES.concerns(replace(interaction, request=request))
