from string import ascii_letters, ascii_lowercase

import pytest

from cassette_cli.redaction.samples import ALNUM, HEX, URLSAFE, fake, fake_uuid
from cassette_cli.redaction.shapes import looks_random


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(fake("", 32, HEX), id="hexadecimal digits"),
        pytest.param(fake("", 40, ALNUM), id="letters and digits"),
        pytest.param(fake("sk-proj-", 74, URLSAFE), id="with dashes"),
        pytest.param(fake_uuid(), id="a UUID"),
        pytest.param(fake("", 32, ascii_lowercase), id="small letters"),
        pytest.param(fake("", 34, ascii_letters), id="letters"),
        pytest.param("a" * 50_000 + "!", id="a very long word, and quickly"),
    ],
)
def test_looks_random(text: str) -> None:
    assert looks_random(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("risk-adjusted-return-on-capital", id="words"),
        pytest.param("getAccessTokenFromResponse", id="camel case"),
        pytest.param("OPENAI_API_KEY", id="capitals"),
        pytest.param("2024-07-18T10:00:00Z", id="a date"),
        pytest.param("gpt-4o-mini-2024-07-18", id="the name of a model"),
        pytest.param("us.anthropic.claude-haiku-4-5-20251001-v1:0", id="a longer one"),
        pytest.param("", id="nothing"),
    ],
)
def test_does_not_look_random(text: str) -> None:
    assert not looks_random(text)
