"""An interaction with everything that some target cannot hold."""

import pytest

from cassette_cli.model import Body, Header, Interaction, Request, Response


@pytest.fixture
def interaction() -> Interaction:
    """A small call, with headers, a reason, a duration and a time."""
    return Interaction(
        0,
        Request(
            "POST",
            "https://api.openai.com/v1/chat?n=1",
            (Header("accept", "*/*"), Header("Content-Type", "application/json")),
            Body('{"n":1}'),
        ),
        Response(
            200,
            "OK",
            (Header("Set-Cookie", "a=1"), Header("Vary", "x"), Header("Set-Cookie", "b=2")),
            Body("Hello.\n"),
        ),
        recorded_at="2025-03-03T10:00:00",
        duration_ms=1500.0,
    )
