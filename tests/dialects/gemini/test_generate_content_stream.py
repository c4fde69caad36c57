from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.dialect import Delta
from cassette_cli.dialects.gemini.generate_content import DIALECT, read_response
from cassette_cli.dialects.gemini.generate_content_stream import deltas, fold
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Completion,
    Message,
    Part,
    Reasoning,
    ServerToolCall,
    Text,
    ToolCall,
    Usage,
)
from tests.conftest import event


def _chunk(*parts: Json, index: int = 0, finish: str | None = None) -> Json:
    candidate: dict[str, Json] = {"content": {"parts": list(parts), "role": "model"}}
    return {
        "candidates": [candidate | {"index": index} | ({"finishReason": finish} if finish else {})]
    }


def _said(*parts: Part, finish: str | None = "STOP") -> Completion:
    return Completion(messages=(Message("assistant", parts, finish),))


@pytest.mark.parametrize(
    ("chunks", "completion", "complete"),
    [
        pytest.param(
            [
                _chunk({"text": "Let me", "thought": True}),
                _chunk({"text": " see.", "thought": True}),
                _chunk({"text": "Fi"}),
                _chunk({"text": "ve."}, {"text": "", "thoughtSignature": "c2ln"}, finish="STOP"),
            ],
            _said(Reasoning("Let me see."), Text("Five.", (("thoughtSignature", "c2ln"),))),
            True,
            id="neighbouring texts are one part, thoughts another",
        ),
        pytest.param(
            [
                _chunk({"text": "Run: "}, {"executableCode": {"code": "1"}}),
                _chunk({"text": "One"}, {"functionCall": {"name": "a", "args": {}}}),
                _chunk({"functionCall": {"name": "b", "args": {}}}, finish="STOP"),
            ],
            _said(
                Text("Run: "),
                ServerToolCall(None, "code_execution", {"code": "1"}),
                Text("One"),
                ToolCall(None, "a", {}),
                ToolCall(None, "b", {}),
            ),
            True,
            id="parts keep the order in which they came",
        ),
        pytest.param(
            [
                _chunk({"functionCall": {"id": "f1", "name": "find", "willContinue": True}}),
                _chunk(
                    {
                        "functionCall": {
                            "partialArgs": [{"jsonPath": "$.city", "stringValue": "Ro"}],
                            "willContinue": True,
                        }
                    }
                ),
                _chunk(
                    {
                        "functionCall": {
                            "partialArgs": [{"jsonPath": "$.city", "stringValue": "me"}]
                        }
                    },
                    finish="STOP",
                ),
            ],
            _said(ToolCall("f1", "find", {"city": "Rome"})),
            True,
            id="a call whose arguments come in pieces",
        ),
        pytest.param(
            [
                _chunk({"text": "A"}, index=1),
                _chunk({"text": "B"}),
                _chunk({"text": "a"}, index=1, finish="STOP"),
                _chunk({"text": "b"}, finish="STOP"),
            ],
            Completion(
                messages=(
                    Message("assistant", (Text("Bb"),), "STOP"),
                    Message("assistant", (Text("Aa"),), "STOP"),
                )
            ),
            True,
            id="candidates are told apart by index",
        ),
        pytest.param(
            [
                {"candidates": [{"content": {"parts": [{"text": "A"}]}}], "usageMetadata": {}},
                {
                    "candidates": [{"finishReason": "STOP"}],
                    "usageMetadata": {"candidatesTokenCount": 7},
                },
            ],
            Completion(
                messages=(Message("assistant", (Text("A"),), "STOP"),),
                usage=Usage(output_tokens=7),
            ),
            True,
            id="the last usage counts",
        ),
        pytest.param([_chunk({"text": "A"})], _said(Text("A"), finish=None), False, id="cut off"),
        pytest.param(
            [_chunk({"text": "A"}), {"error": {"code": 503}}],
            Completion(
                messages=(Message("assistant", (Text("A"),)),),
                error={"code": 503},
            ),
            False,
            id="an error in mid-stream",
        ),
        pytest.param([None], Completion(), False, id="an event that is no JSON"),
    ],
)
def test_fold(chunks: list[Json], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold([event(chunk) for chunk in chunks])
    assert (read_response(folded.value), folded.complete) == (completion, complete)


def test_a_blocked_prompt_is_a_complete_answer() -> None:
    assert fold([event({"promptFeedback": {"blockReason": "OTHER"}})]).complete


def test_deltas() -> None:
    chunk = _chunk(
        {"text": "Hm.", "thought": True},
        {"text": "Five"},
        {"text": ""},
        {
            "functionCall": {
                "partialArgs": [{"jsonPath": "$.a", "stringValue": "x"}],
                "willContinue": True,
            }
        },
    )
    parts = ("candidates", 0, "content", "parts")
    assert list(deltas(event(chunk))) == [
        Delta(("reasoning", 0), (*parts, 0, "text"), "Hm."),
        Delta(("text", 0), (*parts, 1, "text"), "Five"),
        Delta(
            ("arguments", 0, "$.a"),
            (*parts, 3, "functionCall", "partialArgs", 0, "stringValue"),
            "x",
        ),
    ]


@given(data=st.data())
def test_where_texts_are_cut_changes_nothing(
    check_deltas: Callable[..., object], data: st.DataObject
) -> None:
    chunks = [
        _chunk({"text": "Hm, hm.", "thought": True, "thoughtSignature": "c2ln"}),
        _chunk({"text": "Ro"}),
        _chunk({"text": "me"}),
        _chunk({"functionCall": {"name": "find", "willContinue": True}}),
        *(
            _chunk(
                {
                    "functionCall": {
                        "partialArgs": [{"jsonPath": "$.city", "stringValue": text}],
                        "willContinue": True,
                    }
                }
            )
            for text in ("Ro", "me")
        ),
        _chunk({"functionCall": {}}, finish="STOP"),
    ]
    assert check_deltas(DIALECT, [event(chunk) for chunk in chunks], data) == {
        ("reasoning", 0): "Hm, hm.",
        ("text", 0): "Rome",
        ("arguments", 0, "$.city"): "Rome",
    }
