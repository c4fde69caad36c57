from base64 import b64encode
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.bedrock.agent import DIALECT
from cassette_cli.dialects.bedrock.agent_stream import deltas, fold
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.json_values import Json, write_json
from cassette_cli.streams.event import Event
from cassette_cli.text import Span


def _event(name: str, **value: Json) -> Event:
    return Event(write_json(value), Span(0, 0), (), name=name, value=value)


def _chunk(text: str, **fields: Json) -> Event:
    return _event("chunk", bytes=b64encode(text.encode()).decode(), **fields)


@pytest.mark.parametrize(
    ("events", "value", "complete"),
    [
        pytest.param(
            [
                _event("trace", trace={"a": 1}),
                _chunk("Olá "),
                _chunk("you", attribution={"citations": [{"b": 1}]}),
                _chunk("!", attribution={"citations": [{"b": 2}]}),
                _event("newEvent", c=3),
                _chunk("Bye"),
            ],
            {
                "completion": [
                    {"trace": {"trace": {"a": 1}}},
                    {"chunk": {"text": "Olá you!", "citations": [{"b": 1}, {"b": 2}]}},
                    {"newEvent": {"c": 3}},
                    {"chunk": {"text": "Bye"}},
                ]
            },
            True,
            id="neighbouring chunks join",
        ),
        pytest.param(
            [_event("chunk", answer=42)],
            {"completion": [{"chunk": {"text": '{"answer": 42}'}}]},
            True,
            id="an answer in JSON comes unwrapped",
        ),
        pytest.param(
            [_event("chunk", bytes="!"), _event("chunk", attribution={"citations": [{"b": 1}]})],
            {"completion": [{"chunk": {"text": "!", "citations": [{"b": 1}]}}]},
            True,
            id="what is no base64 stays as it is",
        ),
        pytest.param(
            [
                _event("output", text="a"),
                _event("output", text="b"),
                _event("citation", citation={"c": 1}),
                _event("citation", retrievedReferences=[]),
                _event("guardrail", action="NONE"),
            ],
            {
                "output": {"text": "ab"},
                "citations": [{"c": 1}, {"retrievedReferences": []}],
                "guardrailAction": "NONE",
            },
            True,
            id="a knowledge base streams what it returns at once",
        ),
        pytest.param(
            [_chunk("a"), _event("throttlingException", message="slow")],
            {
                "error": {"throttlingException": {"message": "slow"}},
                "completion": [{"chunk": {"text": "a"}}],
            },
            False,
            id="an exception stands beside what came before",
        ),
        pytest.param([], {"completion": []}, False, id="nothing"),
    ],
)
def test_fold(events: list[Event], value: Json, *, complete: bool) -> None:
    assert fold(events) == Fold(value, complete=complete)


@pytest.mark.parametrize(
    ("event", "found"),
    [
        pytest.param(
            _event("output", text="a"), [Delta(("text",), ("text",), "a")], id="a knowledge base"
        ),
        pytest.param(
            _chunk("a"), [Delta(("text",), ("bytes",), "a", encoded=True)], id="an agent, in base64"
        ),
        pytest.param(_chunk(""), [], id="nothing"),
        pytest.param(_event("chunk", bytes="w6"), [], id="no base64"),
        pytest.param(_event("chunk", bytes="ww=="), [], id="half a letter"),
    ],
)
def test_deltas(event: Event, found: list[Delta]) -> None:
    assert list(deltas(event)) == found


@pytest.mark.parametrize(
    "events",
    [
        pytest.param(
            [_event("output", text="Olá "), _event("output", text="you")], id="a knowledge base"
        ),
        pytest.param([_chunk("Olá "), _chunk("you")], id="an agent"),
    ],
)
@given(data=st.data())
def test_deltas_may_be_cut_anywhere(
    events: list[Event], check_deltas: Callable[..., object], data: st.DataObject
) -> None:
    assert check_deltas(DIALECT, events, data) == {("text",): "Olá you"}
