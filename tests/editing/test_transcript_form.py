from hypothesis import example, given
from hypothesis import strategies as st

from cassette_cli.editing.transcript_form import write_transcript
from cassette_cli.editing.transcript_parser import read_transcript
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Reasoning,
    Refusal,
    ServerToolCall,
    Text,
    ToolCall,
    Uri,
    Usage,
)
from cassette_cli.transcript_json import completion_json

# Texts as models write them, and such as could be taken for what stands around them.
_TEXTS = st.text() | st.lists(
    st.sampled_from(["%%", "%% text", "\\", "\\%% usage", "\n", "\r\n", " ", "a: b", "arguments:"])
).map("".join)
_WORDS = _TEXTS | st.none()
_COUNTS = st.integers(min_value=0) | st.none()
_JSON: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _TEXTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_TEXTS, inner, max_size=2),
    max_leaves=5,
)
_PARTS = (
    st.builds(Text, _TEXTS)
    | st.builds(Reasoning, _TEXTS)
    | st.builds(Refusal, _TEXTS)
    | st.builds(ToolCall, _WORDS, _TEXTS, _JSON)
    | st.builds(ServerToolCall, _WORDS, _TEXTS, _JSON)
    | st.builds(Uri, _TEXTS, _WORDS, _TEXTS)
    | st.builds(GenericPart, _TEXTS, _JSON)
)
_MESSAGES = st.builds(Message, _TEXTS, st.lists(_PARTS, max_size=3).map(tuple), _WORDS)
_COMPLETIONS = st.builds(
    Completion,
    id=_WORDS,
    model=_WORDS,
    messages=st.lists(_MESSAGES, max_size=2).map(tuple),
    usage=st.none() | st.builds(Usage, *[_COUNTS] * 6),
    error=_JSON,
)

_SAID = Completion(
    id="msg_1",
    model="some-model",
    messages=(
        Message(
            "assistant",
            (
                Reasoning("Let me\nthink.\n"),
                Text("%% text is a marker"),
                ToolCall("call_1", "add", {"a": 2}),
                GenericPart("citations", []),
            ),
            "tool_calls",
        ),
    ),
    usage=Usage(input_tokens=3),
)


@given(_COMPLETIONS)
@example(_SAID)
def test_what_is_written_is_read(completion: Completion) -> None:
    value = completion_json(completion)
    assert read_transcript(write_transcript(value)) == value


def test_form(transcript: str) -> None:
    assert write_transcript(completion_json(_SAID)) == transcript
