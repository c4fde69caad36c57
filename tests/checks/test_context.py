from collections.abc import Callable

import pytest

from cassette_cli.checks.context import Context


@pytest.mark.parametrize(
    ("url", "dialects"),
    [
        pytest.param("https://api.openai.com/v1/chat/completions", ["openai-chat"], id="a call"),
        pytest.param("https://e.org/", [], id="another interaction"),
    ],
)
def test_calls(read_parts: Callable[..., Context], url: str, dialects: list[str]) -> None:
    context = read_parts(({"uri": url, "body": "{}"}, {"body": {"string": '{"a": 1}'}}))
    assert [conversation.dialect for _, conversation in context.calls] == dialects
    assert len(context.readings) == 1


def test_interaction_at(read_parts: Callable[..., Context]) -> None:
    context = read_parts(({"method": "GET"}, {}), ({"method": "PUT"}, {}))
    text = context.document.text
    assert context.interaction_at(text.index("GET")) == 0
    assert context.interaction_at(text.index("PUT")) == 1
    assert context.interaction_at(0) is None
