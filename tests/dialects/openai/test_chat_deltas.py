import pytest

from cassette_cli.dialects.dialect import Delta
from cassette_cli.dialects.openai.chat_deltas import deltas
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from tests.conftest import event, text_event


def _chunk(delta: Json, index: int = 0) -> Event:
    return event({"choices": [{"index": index, "delta": delta}]})


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(
            _chunk({"role": "assistant", "content": "a", "refusal": "", "reasoning": "b"}, 1),
            [
                Delta(("text", 1, "content"), ("choices", 0, "delta", "content"), "a"),
                Delta(("reasoning", 1, "reasoning"), ("choices", 0, "delta", "reasoning"), "b"),
            ],
            id="text and reasoning",
        ),
        pytest.param(
            _chunk({"function_call": {"name": "add", "arguments": "{"}}),
            [Delta(("arguments", 0), ("choices", 0, "delta", "function_call", "arguments"), "{")],
            id="arguments, not names",
        ),
        pytest.param(
            _chunk({"audio": {"id": "a-1", "transcript": "a"}}),
            [Delta(("text", 0, "audio"), ("choices", 0, "delta", "audio", "transcript"), "a")],
            id="what is spoken",
        ),
        pytest.param(event({"choices": [{"message": {"content": "a"}}]}), [], id="no message"),
        pytest.param(event([1]), [], id="no object"),
        pytest.param(text_event("[DONE]"), [], id="no JSON"),
    ],
)
def test_deltas(event: Event, expected: list[Delta]) -> None:
    assert list(deltas(event)) == expected


_DEEP_DELTAS = [
    _chunk({"tool_calls": [{"id": "c-1", "function": {"name": "add", "arguments": '{"a"'}}]}),
    _chunk({"content": [{"type": "thinking", "thinking": [{"type": "text", "text": "Hm"}]}]}),
    _chunk({"content": [{"type": "text", "text": "Five."}]}),
    _chunk({"reasoning_details": [{"type": "reasoning.text", "text": "Add.", "index": 1}]}),
]


def test_deltas_of_blocks_and_details() -> None:
    found = [delta for event in _DEEP_DELTAS for delta in deltas(event)]
    delta: tuple[str | int, ...] = ("choices", 0, "delta")
    assert found == [
        Delta(("arguments", 0, 0), (*delta, "tool_calls", 0, "function", "arguments"), '{"a"'),
        Delta(("reasoning", 0, "content"), (*delta, "content", 0, "thinking", 0, "text"), "Hm"),
        Delta(("text", 0, "content"), (*delta, "content", 0, "text"), "Five."),
        Delta(
            ("reasoning", 0, "details", 1, "text"),
            (*delta, "reasoning_details", 0, "text"),
            "Add.",
        ),
    ]
