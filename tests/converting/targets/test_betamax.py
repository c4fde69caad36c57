"""Betamax's files."""

import json
from dataclasses import replace

from cassette_cli.converting.targets.betamax import write
from cassette_cli.model import Body, Interaction


def test_text_and_bytes_stand_in_their_own_members(interaction: Interaction) -> None:
    response = replace(interaction.response, body=Body(b"\xff"))
    text = write((replace(interaction, response=response),))
    assert json.loads(text) == {
        "http_interactions": [
            {
                "request": {
                    "body": {"encoding": "utf-8", "string": '{"n":1}'},
                    "headers": {"accept": ["*/*"], "Content-Type": ["application/json"]},
                    "method": "POST",
                    "uri": "https://api.openai.com/v1/chat?n=1",
                },
                "response": {
                    "body": {"encoding": "utf-8", "base64_string": "/w=="},
                    "headers": {"Set-Cookie": ["a=1", "b=2"], "Vary": ["x"]},
                    "status": {"code": 200, "message": "OK"},
                    "url": "https://api.openai.com/v1/chat?n=1",
                },
                "recorded_at": "2025-03-03T10:00:00",
            }
        ],
        "recorded_with": "betamax/0.9.0",
    }
