"""nock's recordings."""

import json
from dataclasses import replace

import pytest

from cassette_cli.converting.targets.nock import write
from cassette_cli.model import Body, Header, Interaction


def test_a_definition(interaction: Interaction) -> None:
    assert json.loads(write((interaction,))) == [
        {
            "scope": "https://api.openai.com:443",
            "method": "POST",
            "path": "/v1/chat?n=1",
            "body": {"n": 1},
            "status": 200,
            "response": "Hello.\n",
            "rawHeaders": ["Set-Cookie", "a=1", "Vary", "x", "Set-Cookie", "b=2"],
            "responseIsBinary": False,
        }
    ]


@pytest.mark.parametrize(
    ("headers", "body", "response", "is_binary"),
    [
        pytest.param((), Body(b"\xff"), "ff", True, id="bytes as hex"),
        pytest.param(
            (Header("content-encoding", "br"),), Body(b"\xff"), ["ff"], False, id="coded bytes"
        ),
        pytest.param((), Body('{"n": 1}'), '{"n": 1}', False, id="JSON with blanks as text"),
        pytest.param((), Body("[1]"), "[1]", False, id="a list as text"),
        pytest.param((), None, "", False, id="nothing"),
    ],
)
def test_bodies(
    interaction: Interaction,
    headers: tuple[Header, ...],
    body: Body | None,
    response: object,
    is_binary: bool,  # noqa: FBT001 -- a parameter of the table
) -> None:
    answered = replace(interaction.response, headers=headers, body=body)
    (found,) = json.loads(write((replace(interaction, response=answered),)))
    assert (found["response"], found["responseIsBinary"]) == (response, is_binary)


def test_a_post_without_a_body_matches_any(interaction: Interaction) -> None:
    request = replace(interaction.request, body=None)
    (found,) = json.loads(write((replace(interaction, request=request),)))
    assert "body" not in found
