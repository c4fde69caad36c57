from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.anthropic.messages import DIALECT
from cassette_cli.dialects.anthropic.messages_stream import deltas, fold
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.json_values import Json
from tests.conftest import events

START: Json = {
    "type": "message_start",
    "message": {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "content": [],
        "stop_reason": None,
        "usage": {"input_tokens": 3, "output_tokens": 1, "cache_read_input_tokens": 7},
    },
}
STOP: Json = {"type": "message_stop"}
MESSAGE: dict[str, Json] = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "content": [],
    "stop_reason": None,
    "usage": {"input_tokens": 3, "output_tokens": 1, "cache_read_input_tokens": 7},
}


def _on(kind: str, **fields: Json) -> Json:
    return {"type": kind, **fields}


def _block(index: int, **block: Json) -> Json:
    return {"type": "content_block_start", "index": index, "content_block": block}


def _delta(index: int, kind: str, **fields: Json) -> Json:
    return {
        "type": "content_block_delta",
        "index": index,
        "delta": {"type": kind, **fields},
    }


@pytest.mark.parametrize(
    ("values", "changes", "complete"),
    [
        pytest.param(
            [
                START,
                _block(0, type="text", text=""),
                _on("ping"),
                _delta(0, "text_delta", text="Hel"),
                _delta(0, "text_delta", text="lo"),
                _on("content_block_stop", index=0),
                _on(
                    "message_delta",
                    delta={"stop_reason": "end_turn"},
                    usage={
                        "input_tokens": 4,
                        "output_tokens": 9,
                        "cache_read_input_tokens": None,
                    },
                    context_management={"applied_edits": []},
                ),
                STOP,
            ],
            {
                "content": [{"type": "text", "text": "Hello"}],
                "stop_reason": "end_turn",
                "usage": {"input_tokens": 4, "output_tokens": 9, "cache_read_input_tokens": 7},
                "context_management": {"applied_edits": []},
            },
            True,
            id="texts join, and later counts replace earlier ones",
        ),
        pytest.param(
            [
                START,
                _block(0, type="tool_use", id="t1", name="add", input={}),
                _block(1, type="tool_use", id="t2", name="now", input={}),
                _delta(0, "input_json_delta", partial_json='{"a"'),
                _delta(1, "input_json_delta", partial_json=""),
                _delta(0, "input_json_delta", partial_json=": 1}"),
                STOP,
            ],
            {
                "content": [
                    {"type": "tool_use", "id": "t1", "name": "add", "input": {"a": 1}},
                    {"type": "tool_use", "id": "t2", "name": "now", "input": {}},
                ]
            },
            True,
            id="calls are told apart by index",
        ),
        pytest.param(
            [
                START,
                _block(0, type="tool_use", id="t1", name="add", input={}),
                _delta(0, "input_json_delta", partial_json='{"a": '),
            ],
            {"content": [{"type": "tool_use", "id": "t1", "name": "add", "input": '{"a": '}]},
            False,
            id="a stream that breaks off keeps what it had",
        ),
        pytest.param(
            [
                START,
                _block(0, type="thinking", thinking="", signature=""),
                _delta(0, "thinking_delta", thinking="Hm"),
                _delta(0, "signature_delta", signature="s"),
                _block(1, type="text", text=""),
                _delta(1, "citations_delta", citation={"url": "u"}),
                _delta(1, "text_delta", text="a"),
                STOP,
            ],
            {
                "content": [
                    {"type": "thinking", "thinking": "Hm", "signature": "s"},
                    {"type": "text", "text": "a", "citations": [{"url": "u"}]},
                ]
            },
            True,
            id="signatures and citations go to their blocks",
        ),
        pytest.param(
            [START, _block(0, type="compaction"), _delta(0, "compaction_delta", content="c"), STOP],
            {"content": [{"type": "compaction", "content": "c"}]},
            True,
            id="a compaction comes whole",
        ),
        pytest.param(
            [START, _delta(0, "text_delta", text="a"), STOP],
            {"content": [{"type": "text", "text": "a"}]},
            True,
            id="a block whose start is missing",
        ),
        pytest.param(
            [
                START,
                _delta(0, "text_delta", text="a"),
                _on("error", error={"type": "overloaded_error"}),
                STOP,
            ],
            {
                "content": [{"type": "text", "text": "a"}],
                "error": {"type": "overloaded_error"},
            },
            False,
            id="an error stands beside what came before",
        ),
        pytest.param(
            [START, _on("new", a=1), _delta(0, "new_delta", a=2), None, STOP],
            {"content": [{"type": "new", "a": 1}, {"type": "new_delta", "a": 2}]},
            True,
            id="what is unknown is kept",
        ),
    ],
)
def test_fold(values: list[Json], changes: dict[str, Json], *, complete: bool) -> None:
    assert fold(events(*values)) == Fold(MESSAGE | changes, complete=complete)


def test_fold_nothing() -> None:
    assert fold([]) == Fold({"content": []}, complete=False)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        pytest.param(
            _delta(2, "text_delta", text="a"),
            [Delta(("text", 2), ("delta", "text"), "a")],
            id="text",
        ),
        pytest.param(
            _delta(0, "thinking_delta", thinking="a"),
            [Delta(("reasoning", 0), ("delta", "thinking"), "a")],
            id="thinking",
        ),
        pytest.param(
            _delta(1, "input_json_delta", partial_json="{"),
            [Delta(("arguments", 1), ("delta", "partial_json"), "{")],
            id="arguments",
        ),
        pytest.param(_delta(1, "signature_delta", signature="s"), [], id="a signature is whole"),
        pytest.param(
            _block(0, type="text", text="a"),
            [Delta(("text", 0), ("content_block", "text"), "a")],
            id="the start of a block that says something",
        ),
        pytest.param(_block(0, type="text", text=""), [], id="the start of one that does not"),
    ],
)
def test_deltas(value: Json, found: list[Delta]) -> None:
    assert list(deltas(*events(value))) == found


@given(st.data())
def test_deltas_may_be_cut_anywhere(
    check_deltas: Callable[..., object], data: st.DataObject
) -> None:
    stream = events(
        START,
        _block(0, type="thinking", thinking="", signature=""),
        _delta(0, "thinking_delta", thinking="Hm, "),
        _delta(0, "thinking_delta", thinking="so"),
        _delta(0, "signature_delta", signature="s"),
        _block(1, type="text", text=""),
        _delta(1, "text_delta", text="Olá"),
        _delta(1, "citations_delta", citation={"url": "u"}),
        _delta(1, "text_delta", text="!"),
        _block(2, type="tool_use", id="t1", name="add", input={}),
        _delta(2, "input_json_delta", partial_json='{"a": '),
        _delta(2, "input_json_delta", partial_json='"b"}'),
        _on("message_delta", delta={"stop_reason": "tool_use"}, usage={}),
        STOP,
    )
    assert check_deltas(DIALECT, stream, data) == {
        ("reasoning", 0): "Hm, so",
        ("text", 1): "Olá!",
        ("arguments", 2): '{"a": "b"}',
    }
