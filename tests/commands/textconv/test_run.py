from pathlib import Path

import pytest

from cassette_cli.commands.textconv.run import convert


def test_a_cassette_becomes_lines(recorded: str) -> None:
    text = convert("chat.yaml", recorded.encode())
    assert text is not None
    assert "\n  assistant: Bonjour !\n" in text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a: [1\n", id="broken YAML"),
        pytest.param(b"a: 1\n", id="YAML of another kind"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"- a\n" * 60_000, id="a large file of another kind"),
    ],
)
def test_anything_else_does_not(data: bytes) -> None:
    assert convert("x.yaml", data) is None


def test_recordings_that_are_no_http_stay_as_they_are() -> None:
    samples = Path(__file__).parents[3] / "sample_cassettes"
    file = samples / "websocket-messages" / "openai-realtime.yaml"
    assert convert(str(file), file.read_bytes()) is None
