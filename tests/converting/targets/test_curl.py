"""Requests as curl commands."""

from dataclasses import replace

import pytest

from cassette_cli.converting.targets.curl import read, write
from cassette_cli.model import Body, Header, Interaction, Response

_TEXT = """\
# 0
curl --request 'POST' 'https://api.openai.com/v1/chat?n=1' \\
  --header 'accept: */*' \\
  --header 'Content-Type: application/json' \\
  --data-raw '{"n":1}'
"""


def test_a_command(interaction: Interaction) -> None:
    assert write((interaction,)) == _TEXT
    assert read(_TEXT) == (Interaction(0, interaction.request, Response(None)),)


@pytest.mark.parametrize(
    "body",
    [
        'it\'s "quoted" and $HOME `date` \\ back',
        "curl",
        "\n",
        "# no comment",
        "--header",
        " \\\n  ",
        "ünïcødé \U0001f600",
    ],
)
def test_a_shell_takes_nothing_in_a_body_for_its_own(interaction: Interaction, body: str) -> None:
    request = replace(interaction.request, body=Body(body))
    assert read(write((replace(interaction, request=request), interaction))) == (
        Interaction(0, request, Response(None)),
        Interaction(1, interaction.request, Response(None)),
    )


def test_a_header_without_a_value_is_sent(interaction: Interaction) -> None:
    request = replace(interaction.request, headers=(Header("X-Empty", ""),))
    text = write((replace(interaction, request=request),))
    assert "--header 'X-Empty;'" in text
    assert read(text)[0].request == request
