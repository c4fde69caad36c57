"""Requests as an .http file."""

from dataclasses import replace

import pytest

from cassette_cli.converting.targets.http_file import TARGET, read, write
from cassette_cli.model import Body, Interaction, Response

_TEXT = """\
### 0
POST https://api.openai.com/v1/chat?n=1
accept: */*
Content-Type: application/json

{"n":1}
"""


def test_a_block(interaction: Interaction) -> None:
    assert write((interaction,)) == _TEXT
    assert read(_TEXT) == (Interaction(0, interaction.request, Response(None)),)


@pytest.mark.parametrize(
    ("body", "held", "lost"),
    [
        pytest.param("a\n\nb", "a\n\nb", [], id="blank lines stay"),
        pytest.param(
            "a\n", "a", ["line breaks around request bodies"], id="those at the end do not"
        ),
        pytest.param(
            "### x", None, ["request bodies that an .http file cannot spell"], id="a separator"
        ),
        pytest.param(
            "{{x}}", None, ["request bodies that an .http file cannot spell"], id="a variable"
        ),
        pytest.param(b"\xff", None, ["request bodies that an .http file cannot spell"], id="bytes"),
    ],
)
def test_bodies(
    interaction: Interaction, body: str | bytes, held: str | None, lost: list[str]
) -> None:
    request = replace(interaction.request, body=Body(body))
    given = Interaction(0, request, Response(None))
    assert [lack.what for lack in TARGET.lacks if lack.concerns(given)] == lost
    for lack in TARGET.lacks:
        given = lack.without(given)
    assert given.request.body == (Body(held) if held else None)
    assert read(write((given,))) == (given,)
