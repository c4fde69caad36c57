from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.bedrock.converse import DIALECT
from cassette_cli.dialects.bedrock.converse_stream import deltas, fold
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from tests.conftest import event


def _on(name: str, **fields: Json) -> Event:
    value: Json = {**fields, "p": "abc"}
    return event(value, name)


def _start(index: int, **block: Json) -> Event:
    return _on("contentBlockStart", contentBlockIndex=index, start=block)


def _delta(index: int, **delta: Json) -> Event:
    return _on("contentBlockDelta", contentBlockIndex=index, delta=delta)


START = _on("messageStart", role="assistant")
STOP = _on("messageStop", stopReason="end_turn")


@pytest.mark.parametrize(
    ("events", "content", "others", "complete"),
    [
        pytest.param(
            [
                START,
                _delta(0, text="Hel"),
                _delta(0, text="lo"),
                _on("contentBlockStop", contentBlockIndex=0),
                STOP,
                _on("metadata", usage={"inputTokens": 3}),
            ],
            [{"text": "Hello"}],
            {"stopReason": "end_turn", "usage": {"inputTokens": 3}},
            True,
            id="texts join without a start",
        ),
        pytest.param(
            [
                START,
                _delta(0, reasoningContent={"text": "Hm, "}),
                _delta(0, reasoningContent={"text": "so"}),
                _delta(0, reasoningContent={"signature": "s"}),
                _start(1, toolUse={"toolUseId": "t1", "name": "add"}),
                _delta(1, toolUse={"input": '{"a"'}),
                _delta(1, toolUse={"input": ": 1}"}),
                _start(2, toolUse={"toolUseId": "t2", "name": "now"}),
            ],
            [
                {"reasoningContent": {"reasoningText": {"text": "Hm, so", "signature": "s"}}},
                {"toolUse": {"toolUseId": "t1", "name": "add", "input": {"a": 1}}},
                {"toolUse": {"toolUseId": "t2", "name": "now", "input": {}}},
            ],
            {},
            False,
            id="a stream that breaks off keeps what it had",
        ),
        pytest.param(
            [
                START,
                _delta(0, reasoningContent={"redactedContent": "QQ=="}),
                _delta(1, text="a"),
                _delta(1, citation={"title": "t"}),
                _start(2, toolResult={"toolUseId": "t1", "type": "g"}),
                _delta(2, toolResult=[{"text": "b"}]),
                _delta(2, toolResult=[{"text": "c"}]),
                _start(3, image={"format": "png"}),
                _delta(3, image={"source": {"bytes": "QQ=="}}),
                STOP,
            ],
            [
                {"reasoningContent": {"redactedContent": "QQ=="}},
                {"citationsContent": {"content": [{"text": "a"}], "citations": [{"title": "t"}]}},
                {
                    "toolResult": {
                        "toolUseId": "t1",
                        "type": "g",
                        "content": [{"text": "b"}, {"text": "c"}],
                    }
                },
                {"image": {"format": "png", "source": {"bytes": "QQ=="}}},
            ],
            {"stopReason": "end_turn"},
            True,
            id="blocks of other kinds",
        ),
        pytest.param(
            [START, _delta(0, text="a"), _on("throttlingException", message="slow"), STOP],
            [{"text": "a"}],
            {
                "stopReason": "end_turn",
                "error": {"throttlingException": {"message": "slow", "p": "abc"}},
            },
            False,
            id="an exception stands beside what came before",
        ),
        pytest.param(
            [START, _on("newEvent", a=1), _delta(0, newDelta=2), STOP],
            [{"newEvent": {"a": 1, "p": "abc"}}, {"newDelta": 2}],
            {"stopReason": "end_turn"},
            True,
            id="what is unknown is kept",
        ),
    ],
)
def test_fold(
    events: list[Event], content: list[Json], others: dict[str, Json], *, complete: bool
) -> None:
    output: Json = {"message": {"role": "assistant", "content": content}}
    assert fold(events) == Fold({"output": output, **others}, complete=complete)


@pytest.mark.parametrize(
    ("event", "found"),
    [
        pytest.param(_delta(2, text="a"), [Delta(("text", 2), ("delta", "text"), "a")], id="text"),
        pytest.param(
            _delta(0, reasoningContent={"text": "a"}),
            [Delta(("reasoning", 0), ("delta", "reasoningContent", "text"), "a")],
            id="reasoning",
        ),
        pytest.param(
            _delta(1, toolUse={"input": "{"}),
            [Delta(("arguments", 1), ("delta", "toolUse", "input"), "{")],
            id="arguments",
        ),
        pytest.param(_delta(1, reasoningContent={"signature": "s"}), [], id="a signature is whole"),
        pytest.param(STOP, [], id="an event of another kind"),
    ],
)
def test_deltas(event: Event, found: list[Delta]) -> None:
    assert list(deltas(event)) == found


@given(st.data())
def test_deltas_may_be_cut_anywhere(
    check_deltas: Callable[..., object], data: st.DataObject
) -> None:
    events = [
        START,
        _delta(0, reasoningContent={"text": "Hm, "}),
        _delta(0, reasoningContent={"text": "so"}),
        _delta(0, reasoningContent={"signature": "s"}),
        _delta(1, text="Olá"),
        _delta(1, citation={"title": "t"}),
        _delta(1, text="!"),
        _start(2, toolUse={"toolUseId": "t1", "name": "add"}),
        _delta(2, toolUse={"input": '{"a": '}),
        _delta(2, toolUse={"input": '"b"}'}),
        STOP,
    ]
    assert check_deltas(DIALECT, events, data) == {
        ("reasoning", 0): "Hm, so",
        ("text", 1): "Olá!",
        ("arguments", 2): '{"a": "b"}',
    }
