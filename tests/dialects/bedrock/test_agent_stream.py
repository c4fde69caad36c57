from base64 import b64encode
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.bedrock.agent import DIALECT
from cassette_cli.dialects.bedrock.agent_stream import deltas, fold
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from tests.conftest import event


def _on(name: str, **value: Json) -> Event:
    return event(value, name)


def _chunk(text: str, **fields: Json) -> Event:
    return _on("chunk", bytes=b64encode(text.encode()).decode(), **fields)


@pytest.mark.parametrize(
    ("events", "value", "complete"),
    [
        pytest.param(
            [
                _on("trace", trace={"a": 1}),
                _chunk("Olá "),
                _chunk("you", attribution={"citations": [{"b": 1}]}),
                _chunk("!", attribution={"citations": [{"b": 2}]}),
                _on("newEvent", c=3),
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
            [_on("chunk", answer=42)],
            {"completion": [{"chunk": {"text": '{"answer": 42}'}}]},
            True,
            id="an answer in JSON comes unwrapped",
        ),
        pytest.param(
            [_on("chunk", bytes="!"), _on("chunk", attribution={"citations": [{"b": 1}]})],
            {"completion": [{"chunk": {"text": "!", "citations": [{"b": 1}]}}]},
            True,
            id="what is no base64 stays as it is",
        ),
        pytest.param(
            [
                _on("output", text="a"),
                _on("output", text="b"),
                _on("citation", citation={"c": 1}),
                _on("citation", retrievedReferences=[]),
                _on("guardrail", action="NONE"),
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
            [_chunk("a"), _on("throttlingException", message="slow")],
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
            _on("output", text="a"), [Delta(("text",), ("text",), "a")], id="a knowledge base"
        ),
        pytest.param(
            _chunk("a"), [Delta(("text",), ("bytes",), "a", encoded=True)], id="an agent, in base64"
        ),
        pytest.param(_chunk(""), [], id="nothing"),
        pytest.param(_on("chunk", bytes="w6"), [], id="no base64"),
        pytest.param(_on("chunk", bytes="ww=="), [], id="half a letter"),
    ],
)
def test_deltas(event: Event, found: list[Delta]) -> None:
    assert list(deltas(event)) == found


@pytest.mark.parametrize(
    "events",
    [
        pytest.param(
            [_on("output", text="Olá "), _on("output", text="you")], id="a knowledge base"
        ),
        pytest.param([_chunk("Olá "), _chunk("you")], id="an agent"),
    ],
)
@given(data=st.data())
def test_deltas_may_be_cut_anywhere(
    events: list[Event], check_deltas: Callable[..., object], data: st.DataObject
) -> None:
    assert check_deltas(DIALECT, events, data) == {("text",): "Olá you"}
