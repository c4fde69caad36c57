import pytest

from cassette_cli.json_values import Json
from cassette_cli.redaction.masking import (
    mask_header,
    mask_header_lines,
    mask_json,
    mask_text,
    mask_url,
)
from cassette_cli.redaction.samples import fake

_TOKEN = fake("ghp_", 36)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param(f"use {_TOKEN} twice: {_TOKEN}", "use ghp_… twice: ghp_…", id="secrets"),
        pytest.param(f'{{"{_TOKEN}": 1}}', '{"ghp_…": 1}', id="a secret that is a key"),
        pytest.param("Bearer REDACTED", "Bearer REDACTED", id="a placeholder"),
        pytest.param("nothing", "nothing", id="nothing"),
    ],
)
def test_texts(text: str, masked: str) -> None:
    assert mask_text(text) == masked
    assert mask_text(masked) == masked


def test_headers_are_masked_by_their_names() -> None:
    assert mask_header("X-Api-Key", fake("", 32)) == f"{fake('', 32)[:4]}…"
    lines = f"Accept: */*\nX-Api-Key: {fake('', 32)}\n{_TOKEN}: x"
    assert mask_header_lines(lines) == f"Accept: */*\nX-Api-Key: {fake('', 32)[:4]}…\nghp_…: x"


def test_addresses_are_masked_by_their_parameters() -> None:
    assert (
        mask_url(f"https://a/b?key={fake('', 39)}&a=1")
        == f"https://a/b?key={fake('', 39)[:4]}…&a=1"
    )


@pytest.mark.parametrize(
    ("value", "masked"),
    [
        pytest.param({"password": fake("", 20)}, {"password": f"{fake('', 20)[:4]}…"}, id="member"),
        pytest.param({_TOKEN: [1, None]}, {"ghp_…": [1, None]}, id="a name"),
        pytest.param(
            {"headers": [["Authorization", f"Bearer {fake('', 30)}"], ["Accept", "*/*"]]},
            {"headers": [["Authorization", f"Bearer {fake('', 30)[:4]}…"], ["Accept", "*/*"]]},
            id="headers",
        ),
    ],
)
def test_values(value: Json, masked: Json) -> None:
    assert mask_json(value) == masked
