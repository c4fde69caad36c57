from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.openai.chat import DIALECT, read_response
from cassette_cli.dialects.openai.chat_stream import fold
from cassette_cli.json_values import Json, read_json
from cassette_cli.streams.event import Event
from cassette_cli.streams.sse import decode
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Reasoning,
    Text,
    ToolCall,
    Usage,
)
from tests.conftest import event, text_event

_CheckDeltas: TypeAlias = Callable[
    [Dialect, Sequence[Event], st.DataObject], dict[tuple[str | int, ...], str]
]


def _chunk(delta: Json, /, index: int = 0, **fields: Json) -> Event:
    return event({"choices": [{"index": index, "delta": delta, **fields}]})


def _call(index: int | None, arguments: str, name: str | None = None, **fields: Json) -> Json:
    named: dict[str, Json] = {} if name is None else {"name": name}
    place: dict[str, Json] = {} if index is None else {"index": index}
    return {**place, **fields, "function": {**named, "arguments": arguments}}


_DONE = text_event("[DONE]")


@pytest.mark.parametrize(
    ("events", "parts"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(
            [
                _chunk({"role": "assistant", "content": ""}),
                _chunk({"content": "Fi"}),
                _chunk({"content": "ve."}),
            ],
            [Text("Five.")],
            id="text",
        ),
        pytest.param(
            [
                _chunk({"tool_calls": [_call(0, '{"a": 1}', "add", id="c-1")]}),
                _chunk({"tool_calls": [_call(0, '{"a": 2}', "add", id="c-2")]}),
            ],
            [ToolCall("c-1", "add", {"a": 1}), ToolCall("c-2", "add", {"a": 2})],
            id="calls that all say that they are the first",
        ),
        pytest.param(
            [
                _chunk({"tool_calls": [_call(0, "", "get_", id="c-1")]}),
                _chunk({"tool_calls": [_call(0, "{}", "time")]}),
            ],
            [ToolCall("c-1", "get_time", {})],
            id="a name that is cut in two",
        ),
        pytest.param(
            [
                _chunk({"tool_calls": [_call(0, "{", "now", id="c-1")]}),
                _chunk({"tool_calls": [_call(0, "}", "now", id="c-1")]}),
            ],
            [ToolCall("c-1", "now", {})],
            id="a name that comes twice",
        ),
        pytest.param(
            [_chunk({"content": "Five."}), event([1]), event(None), _chunk(None), _chunk("odd")],
            [Text("Five.")],
            id="what is not known is passed over",
        ),
        pytest.param(
            [
                _chunk({"reasoning_content": "Ad"}),
                _chunk({"reasoning_content": "d.", "content": None}),
                _chunk({"content": "Five."}),
            ],
            [Reasoning("Add."), Text("Five.")],
            id="reasoning",
        ),
        pytest.param(
            [
                _chunk(
                    {"content": [{"type": "thinking", "thinking": [{"type": "text", "text": "A"}]}]}
                ),
                _chunk(
                    {
                        "content": [
                            {"type": "thinking", "thinking": [{"type": "text", "text": "dd"}]}
                        ]
                    }
                ),
                _chunk({"content": "Fi"}),
                _chunk({"content": [{"type": "text", "text": "ve."}, {"type": "reference"}]}),
            ],
            [Reasoning("Add"), Text("Five."), GenericPart("reference", {"type": "reference"})],
            id="content goes from blocks to text in mid-stream",
        ),
        pytest.param(
            [_chunk({"content": "Fi"}), _chunk({"content": [{"type": "text", "text": "ve."}]})],
            [Text("Five.")],
            id="and from text to blocks",
        ),
        pytest.param(
            [
                _chunk({"tool_calls": [_call(0, "", "add", id="c-1")]}),
                _chunk({"tool_calls": [_call(1, "{}", "now", id="c-2")]}),
                _chunk({"tool_calls": [_call(0, '{"a"'), _call(0, ": 2}", None, id="")]}),
            ],
            [ToolCall("c-1", "add", {"a": 2}), ToolCall("c-2", "now", {})],
            id="calls by index",
        ),
        pytest.param(
            [
                _chunk({"tool_calls": [_call(0, '{"a"', "add", id="c-1")]}),
                _chunk({"tool_calls": [_call(0, ": 2}", "add", id="c-1")]}),
            ],
            [ToolCall("c-1", "add", {"a": 2})],
            id="id and name may be repeated",
        ),
        pytest.param(
            [
                _chunk({"tool_calls": [_call(None, '{"a"', "add", id="c-1")]}),
                _chunk({"tool_calls": [_call(None, ": 2}", "add", id="c-1")]}),
                _chunk({"tool_calls": [_call(None, '{"b"', "add", id="c-2")]}),
                _chunk({"tool_calls": [_call(None, ": 3}")]}),
            ],
            [ToolCall("c-1", "add", {"a": 2}), ToolCall("c-2", "add", {"b": 3})],
            id="without an index by id, without an id the last",
        ),
        pytest.param(
            [
                _chunk({"tool_calls": [{"index": 0, "custom": {"name": "run", "input": "1 "}}]}),
                _chunk({"tool_calls": [{"index": 0, "custom": {"input": "+ 1"}}]}),
            ],
            [ToolCall(None, "run", "1 + 1")],
            id="custom calls",
        ),
        pytest.param(
            [
                _chunk({"function_call": {"name": "add", "arguments": ""}}),
                _chunk({"function_call": {"arguments": '{"a": 2}'}}),
            ],
            [ToolCall(None, "add", {"a": 2})],
            id="the call of a function before there were tools",
        ),
        pytest.param(
            [
                _chunk(
                    {"reasoning_details": [{"type": "reasoning.text", "text": "Ad", "index": 0}]}
                ),
                _chunk(
                    {"reasoning_details": [{"type": "reasoning.text", "text": "d.", "index": 0}]}
                ),
                _chunk({"reasoning_details": [{"type": "reasoning.encrypted", "data": "x"}]}),
            ],
            [Reasoning("Add.")],
            id="details of reasoning",
        ),
        pytest.param(
            [
                _chunk({"audio": {"id": "a-1", "transcript": "Fi"}}),
                _chunk({"audio": {"data": "AA", "transcript": "ve."}}),
                _chunk({"audio": {"data": "A=", "expires_at": 1}}),
            ],
            [
                Text("Five."),
                Blob("audio", None, "AAA=", (("id", "a-1"), ("expires_at", 1))),
            ],
            id="audio",
        ),
        pytest.param(
            [_chunk({"images": [{"n": 1}]}), _chunk({"images": [{"n": 2}]})],
            [GenericPart("unknown", {"n": 1}), GenericPart("unknown", {"n": 2})],
            id="lists grow",
        ),
        pytest.param(
            [
                event({"choices": [{"message": {"content": "Fi"}}]}),
                event({"choices": [{"message": {"content": "Five."}, "delta": None}]}),
            ],
            [Text("Five.")],
            id="without deltas the last message counts",
        ),
        pytest.param(
            [event({"choices": [{"message": {"content": "Fi"}, "delta": {"content": "Five."}}]})],
            [Text("Five.")],
            id="a delta counts more than the message beside it",
        ),
    ],
)
def test_parts(events: list[Event], parts: list[Part]) -> None:
    folded = fold(events)
    assert not folded.complete
    expected = (Message("assistant", tuple(parts)),) if events else ()
    assert read_response(folded.value) == Completion(messages=expected)


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            [
                event({"id": "", "model": "", "choices": [], "prompt_filter_results": [1]}),
                event({"id": "c-1", "model": "m-1", "choices": [{"delta": {"content": "a"}}]}),
                event({"id": "c-1", "model": "", "choices": [{"finish_reason": "stop"}]}),
                event({"choices": [{"finish_reason": None, "delta": {}}]}),
                event({"choices": [], "usage": {"prompt_tokens": 1}}),
                _DONE,
            ],
            Completion(
                "c-1",
                "m-1",
                (Message("assistant", (Text("a"),), "stop"),),
                Usage(input_tokens=1),
                extra=(("prompt_filter_results", [1]),),
            ),
            True,
            id="empty fields never hide what was said",
        ),
        pytest.param(
            [
                event({"choices": [], "usage": {"prompt_tokens": 1}}),
                event({"choices": [], "x_groq": {"usage": {"prompt_tokens": 2}}, "usage": None}),
                _DONE,
            ],
            Completion(usage=Usage(input_tokens=2)),
            True,
            id="the last usage counts, also where Groq has it",
        ),
        pytest.param(
            [
                _chunk({"content": "b"}, 1, finish_reason="length"),
                _chunk({"content": "a"}, 0, finish_reason="stop"),
            ],
            Completion(
                messages=(
                    Message("assistant", (Text("a"),), "stop"),
                    Message("assistant", (Text("b"),), "length"),
                )
            ),
            True,
            id="choices by index; a finish reason completes a stream without [DONE]",
        ),
        pytest.param(
            [_chunk({"content": "a"}), event({"error": {"code": 502}, "choices": []})],
            Completion(messages=(Message("assistant", (Text("a"),)),), error={"code": 502}),
            False,
            id="an error keeps what came before",
        ),
    ],
)
def test_fold(events: list[Event], completion: Completion, complete: bool) -> None:  # noqa: FBT001 -- a column
    folded = fold(events)
    assert (read_response(folded.value), folded.complete) == (completion, complete)


_STREAM = [
    _chunk({"role": "assistant", "content": ""}),
    _chunk({"reasoning": "Add them."}),
    _chunk({"content": "Fi"}),
    _chunk({"content": "ve."}),
    _chunk({"refusal": "No."}),
    _chunk({"tool_calls": [_call(0, '{"a": 2}', "add", id="c-1")]}),
    _chunk({"tool_calls": [_call(1, '{"b":', "add", id="c-2")]}),
    _chunk({"tool_calls": [_call(1, " 3}")]}),
    _chunk({}, finish_reason="tool_calls"),
]


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_where_texts_are_cut_changes_nothing(
    check_deltas: _CheckDeltas, data: st.DataObject
) -> None:
    assert check_deltas(DIALECT, _STREAM, data) == {
        ("reasoning", 0, "reasoning"): "Add them.",
        ("text", 0, "content"): "Five.",
        ("text", 0, "refusal"): "No.",
        ("arguments", 0, 0): '{"a": 2}',
        ("arguments", 0, 1): '{"b": 3}',
    }


@given(st.lists(st.sampled_from(["", ": ping\n", "\n", "event: message\n"]), min_size=9))
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_and_comments_change_nothing(line_end: str, between: list[str]) -> None:
    lines = [
        f"{padding}data: {event.data}\n\n" for padding, event in zip(between, _STREAM, strict=False)
    ]
    text = "".join(lines).replace("\n", line_end)
    events = [event._replace(value=read_json(event.data)) for event in decode(text)]
    assert fold(events) == fold(_STREAM)
