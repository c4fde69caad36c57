import pytest

from cassette_cli.dialects.json_fields import at
from cassette_cli.editing.completion_path import assign
from cassette_cli.errors import EditError
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, Message, Reasoning, Text, ToolCall, Usage
from cassette_cli.transcript_json import completion_json

_ONE = completion_json(
    Completion(
        id="msg_1",
        messages=(
            Message(
                "assistant",
                (
                    Reasoning("Hm"),
                    Text("Yes"),
                    ToolCall("c0", "add", {}),
                    ToolCall("c1", "mul", {}),
                ),
                "stop",
            ),
        ),
        usage=Usage(input_tokens=1),
    )
)
_TWO = completion_json(
    Completion(messages=(Message("assistant", (Text("a"),)), Message("assistant", (Text("b"),))))
)


@pytest.mark.parametrize(
    ("path", "text", "place", "value"),
    [
        pytest.param("text", "No", ("messages", 0, "parts", 1, "content"), "No", id="text"),
        pytest.param("text", "1", ("messages", 0, "parts", 1, "content"), "1", id="digits"),
        pytest.param("reasoning", "", ("messages", 0, "parts", 0, "content"), "", id="reasoning"),
        pytest.param("text[0]", "No", ("messages", 0, "parts", 1, "content"), "No", id="first"),
        pytest.param("finish_reason", "end", ("messages", 0, "finish_reason"), "end", id="reason"),
        pytest.param(
            "tool_calls[1].name", "x", ("messages", 0, "parts", 3, "name"), "x", id="name"
        ),
        pytest.param(
            "tool_calls[0].arguments",
            '{"a": [1]}',
            ("messages", 0, "parts", 2, "arguments"),
            {"a": [1]},
            id="arguments",
        ),
        pytest.param("usage.input_tokens", "7", ("usage", "input_tokens"), 7, id="a count"),
        pytest.param("id", "msg_2", ("id",), "msg_2", id="the id"),
        pytest.param("messages[0].role", "model", ("messages", 0, "role"), "model", id="in full"),
        pytest.param("error", '"broken"', ("error",), "broken", id="an error"),
    ],
)
def test_assign(path: str, text: str, place: tuple[str | int, ...], value: Json) -> None:
    assert at(_ONE, *place) != value
    assert at(assign(_ONE, path, text), *place) == value


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        pytest.param("refusal", "No", "has no refusal to edit", id="no such part"),
        pytest.param("tool_calls[2].name", "x", "has no tool_calls to edit", id="no such call"),
        pytest.param("tool_calls[0].nam", "x", "has no completion.tool_calls", id="no field"),
        pytest.param("messages[0].parts[9].id", "x", "has no completion.messages", id="no index"),
        pytest.param("usage.input_tokens", "many", "not JSON", id="a count in words"),
        pytest.param("usage.input_tokens", "1.5", "is a number", id="a fraction"),
        pytest.param("tool_calls[0].arguments", "{", "not JSON", id="broken arguments"),
        pytest.param("text..", "x", "is not a path", id="no path"),
        pytest.param("", "x", "is not a path", id="nothing"),
        pytest.param("messages[0].parts[0]", "x", "cannot be set as a whole", id="a part"),
        pytest.param("usage", "1", "cannot be set as a whole", id="all counts"),
    ],
)
def test_mistakes(path: str, text: str, message: str) -> None:
    with pytest.raises(EditError, match=message):
        assign(_ONE, path, text)


@pytest.mark.parametrize("path", ["text", "finish_reason"])
def test_one_of_several_has_to_be_named(path: str) -> None:
    with pytest.raises(EditError, match=r"name one of (\S+), ") as caught:
        assign(_TWO, path, "x")
    named = caught.value.message.rpartition("name one of ")[2].split(", ")
    for each in named:
        assert assign(_TWO, each.removeprefix("completion."), "x") != _TWO


def test_the_hint_says_what_there_is() -> None:
    with pytest.raises(EditError) as caught:
        assign(_ONE, "refusal", "No")
    assert caught.value.hint == "it has reasoning, text, tool_call"
