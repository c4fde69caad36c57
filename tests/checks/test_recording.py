from collections.abc import Callable

import pytest

from cassette_cli.checks.recording import Recording


@pytest.mark.parametrize(
    ("url", "dialects"),
    [
        pytest.param("https://api.openai.com/v1/chat/completions", ["openai-chat"], id="a call"),
        pytest.param("https://e.org/", [], id="another interaction"),
    ],
)
def test_calls(read_parts: Callable[..., Recording], url: str, dialects: list[str]) -> None:
    recording = read_parts(({"uri": url, "body": "{}"}, {"body": {"string": '{"a": 1}'}}))
    assert [call.dialect.name for call in recording.calls] == dialects
    assert len(recording.exchanges) == 1


def test_interaction_at(read_parts: Callable[..., Recording]) -> None:
    recording = read_parts(({"method": "GET"}, {}), ({"method": "PUT"}, {}))
    text = recording.document.text
    assert recording.interaction_at(text.index("GET")) == 0
    assert recording.interaction_at(text.index("PUT")) == 1
    assert recording.interaction_at(0) is None
