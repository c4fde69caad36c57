from collections.abc import Callable

import pytest

from cassette_cli.editing.echoes import Change, changes_between, is_sealed, with_changes
from cassette_cli.json_values import Json, write_json
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading

_HELLO = Change("Hello", "Good day")
_CALL = Change("call_1", "call_2", is_id=True)
_ARGUMENTS = Change({"a": 1}, {"a": 2})


def _says(role: str, content: Json) -> Json:
    return {"messages": [{"role": role, "content": content}]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(_says("assistant", "Hello"), _says("assistant", "Good day"), id="a text"),
        pytest.param(_says("user", "Hello"), _says("user", "Hello"), id="of somebody else"),
        pytest.param(
            _says("assistant", [{"type": "text", "text": "Hello"}]),
            _says("assistant", [{"type": "text", "text": "Good day"}]),
            id="a text in a part",
        ),
        pytest.param(
            {"contents": [{"role": "model", "parts": [{"text": "Hello"}]}]},
            {"contents": [{"role": "model", "parts": [{"text": "Good day"}]}]},
            id="in Gemini",
        ),
        pytest.param(
            _says("tool", [{"tool_call_id": "call_1"}]),
            _says("tool", [{"tool_call_id": "call_2"}]),
            id="an id, by whoever refers to it",
        ),
        pytest.param(
            {"input": [{"type": "function_call", "arguments": '{"a":1}'}]},
            {"input": [{"type": "function_call", "arguments": '{"a": 2}'}]},
            id="arguments as a text",
        ),
        pytest.param(
            _says("assistant", [{"type": "tool_use", "input": {"a": 1}}]),
            _says("assistant", [{"type": "tool_use", "input": {"a": 2}}]),
            id="arguments as data",
        ),
        pytest.param(
            _says("assistant", "Hello, you"), _says("assistant", "Hello, you"), id="more than it"
        ),
    ],
)
def test_with_changes(before: Json, after: Json) -> None:
    assert with_changes(before, (_HELLO, _CALL, _ARGUMENTS)) == after


def _answer(
    cassette_of: Callable[..., Cassette], text: str, call: Json, *, signature: str = ""
) -> Reading:
    thinking: Json = {"type": "thinking", "thinking": "Hm", "signature": signature}
    content: list[Json] = [thinking, {"type": "text", "text": text}, call]
    body = {"id": "msg_1", "type": "message", "role": "assistant", "model": "m"}
    return Reading(
        cassette_of(
            f"""\
interactions:
- request:
    method: POST
    uri: https://api.anthropic.com/v1/messages
    body: '{{"model": "m", "messages": [{{"role": "user", "content": "Hi"}}]}}'
    headers: {{}}
  response:
    status: {{code: 200, message: OK}}
    headers: {{Content-Type: [application/json]}}
    body:
      string: '{write_json({**body, "content": content})}'
"""
        ).interactions[0]
    )


def test_changes_between(cassette_of: Callable[..., Cassette]) -> None:
    before, after = (
        _answer(
            cassette_of,
            text,
            {"type": "tool_use", "id": f"call_{a}", "name": "add", "input": {"a": a}},
        )
        for text, a in (("Hello", 1), ("Good day", 2))
    )
    assert changes_between(before, after) == (_HELLO, _CALL, _ARGUMENTS)
    assert changes_between(before, before) == ()


def test_a_signature_seals(cassette_of: Callable[..., Cassette]) -> None:
    assert is_sealed(_answer(cassette_of, "Hello", {}, signature="c2lnbmVk"))
    assert not is_sealed(_answer(cassette_of, "Hello", {}))
