"""HTTP Archive 1.2."""

import json
from dataclasses import replace
from typing import Any

import pytest

from cassette_cli.converting.targets.har import write
from cassette_cli.model import Body, Header, Interaction, Response


def _entry(interaction: Interaction) -> Any:  # noqa: ANN401 -- JSON
    return json.loads(write((interaction,)))["log"]["entries"][0]


def test_an_entry(interaction: Interaction) -> None:
    assert _entry(interaction) == {
        "startedDateTime": "2025-03-03T10:00:00.000+00:00",
        "time": 1500.0,
        "request": {
            "method": "POST",
            "url": "https://api.openai.com/v1/chat?n=1",
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": [
                {"name": "accept", "value": "*/*"},
                {"name": "Content-Type", "value": "application/json"},
            ],
            "queryString": [{"name": "n", "value": "1"}],
            "headersSize": -1,
            "bodySize": 7,
            "postData": {"mimeType": "application/json", "text": '{"n":1}'},
        },
        "response": {
            "status": 200,
            "statusText": "OK",
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": [
                {"name": "Set-Cookie", "value": "a=1"},
                {"name": "Vary", "value": "x"},
                {"name": "Set-Cookie", "value": "b=2"},
            ],
            "content": {
                "size": 7,
                "mimeType": "application/octet-stream",
                "text": "Hello.\n",
            },
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": 7,
        },
        "cache": {},
        "timings": {"send": 0, "wait": 1500.0, "receive": 0},
    }


@pytest.mark.parametrize(
    ("body", "content"),
    [
        pytest.param(Body(b"\xff"), {"size": 1, "text": "/w==", "encoding": "base64"}, id="bytes"),
        pytest.param(None, {"size": 0}, id="nothing"),
    ],
)
def test_content(interaction: Interaction, body: Body | None, content: dict[str, object]) -> None:
    response = Response(None, headers=(Header("Content-Type", "a/b"),), body=body)
    found = _entry(replace(interaction, response=response))["response"]
    assert (found["status"], found["content"]) == (0, {"mimeType": "a/b", **content})
