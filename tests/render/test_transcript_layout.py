from dataclasses import replace

import pytest

from cassette_cli.json_values import Json
from cassette_cli.render.sheet import Fragment, FragmentKind, Turn
from cassette_cli.render.transcript_layout import Earlier, transcript_turns, usage_line
from cassette_cli.render.view import ViewOptions
from cassette_cli.transcript import (
    Blob,
    Completion,
    Conversation,
    GenericPart,
    Message,
    Part,
    Prompt,
    Reasoning,
    Refusal,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
    Uri,
    Usage,
)

_HI = Message("user", (Text("Hi"),))
_HELLO = Message("assistant", (Text("Hello"),), "stop")
_PROMPT = Prompt()
_USER = Turn("user", (Fragment(FragmentKind.TEXT, "Hi"),))


def _call(
    *messages: Message, answer: tuple[Message, ...] = (), prompt: Prompt = _PROMPT
) -> Conversation:
    return Conversation(
        "openai-chat",
        streamed=False,
        framing=None,
        complete=True,
        prompt=replace(prompt, messages=messages),
        completion=Completion(messages=answer),
    )


def _turns(
    conversation: Conversation,
    earlier: Earlier = (),
    options: ViewOptions = ViewOptions(),  # noqa: B008 -- a frozen value
) -> list[Turn]:
    return transcript_turns(conversation, None, earlier, options)


def _labels(turns: list[Turn]) -> list[str]:
    return [turn.label for turn in turns]


_WIDE: Json = {"text": "w" * 80}


@pytest.mark.parametrize(
    ("part", "fragment"),
    [
        pytest.param(Text("a"), Fragment(FragmentKind.TEXT, "a"), id="text"),
        pytest.param(Text("A" * 800), Fragment(FragmentKind.TEXT, "<base64, 600 B>"), id="base64"),
        pytest.param(Reasoning("a"), Fragment(FragmentKind.REASONING, "a"), id="reasoning"),
        pytest.param(Refusal("a"), Fragment(FragmentKind.REFUSAL, "a"), id="refusal"),
        pytest.param(
            ToolCall("c-1", "add\n", {"a": 2}),
            Fragment(FragmentKind.CALL, '{"a": 2}', "add\\n"),
            id="call",
        ),
        pytest.param(
            ToolCall("c-1", "add", _WIDE),
            Fragment(FragmentKind.CALL, f'{{\n  "text": "{"w" * 80}"\n}}', "add"),
            id="a wide call takes several lines",
        ),
        pytest.param(
            ToolCall("c-1", "add", '{"a'),
            Fragment(FragmentKind.CALL, '{"a', "add"),
            id="broken arguments",
        ),
        pytest.param(
            ToolResult("c-0", "5"), Fragment(FragmentKind.RESULT, "5", "sum"), id="result by id"
        ),
        pytest.param(
            ToolResult("c-9", [5]), Fragment(FragmentKind.RESULT, "[5]"), id="result of no call"
        ),
        pytest.param(
            ToolResult(None, 5, "add"),
            Fragment(FragmentKind.RESULT, "5", "add"),
            id="result by name",
        ),
        pytest.param(
            ServerToolCall("s-1", "search", {}),
            Fragment(FragmentKind.CALL, "{}", "search"),
            id="server call",
        ),
        pytest.param(
            ServerToolResult("s-1", "search", [0.5] * 20),
            Fragment(FragmentKind.RESULT, "<vector of 20 numbers>", "search"),
            id="server result",
        ),
        pytest.param(
            Blob("image", "image/png", "AAAA"),
            Fragment(FragmentKind.MEDIA, "image/png, 3 B"),
            id="blob",
        ),
        pytest.param(
            Blob("audio", None, "AAAA"),
            Fragment(FragmentKind.MEDIA, "audio, 3 B"),
            id="blob without type",
        ),
        pytest.param(
            Uri("image", None, "https://example.org/a"),
            Fragment(FragmentKind.MEDIA, "image, https://example.org/a"),
            id="uri",
        ),
        pytest.param(
            GenericPart("hologram", {"a": 1}),
            Fragment(FragmentKind.JSON, '{"a": 1}', "hologram"),
            id="unknown",
        ),
    ],
)
def test_parts(part: Part, fragment: Fragment) -> None:
    before = Message("assistant", (ToolCall("c-0", "sum", {}),))
    turns = _turns(_call(before, Message("user", (part,))))
    assert turns[1] == Turn("user", (fragment,))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        pytest.param(Text("A" * 800), "A" * 800, id="text"),
        pytest.param(Blob("image", "image/png", "AAAA"), "image/png, AAAA", id="media"),
        pytest.param(ToolResult(None, [1] * 20, "add"), f"{[1] * 20}", id="vectors"),
    ],
)
def test_nothing_is_elided_in_full(part: Part, text: str) -> None:
    (turn,) = _turns(_call(Message("user", (part,))), options=ViewOptions(full=True))
    assert turn.fragments[0].text == text


_TOOLS = (ToolDefinition("add", "Adds.", {"type": "object"}), ToolDefinition("now"))
_WITH_TOOLS = Prompt(system_instructions=(Text("Add."),), tool_definitions=_TOOLS)


@pytest.mark.parametrize(
    ("full", "fragments"),
    [
        pytest.param(False, (Fragment(FragmentKind.NOTE, "add, now"),), id="by name"),
        pytest.param(
            True,
            (
                Fragment(FragmentKind.TEXT, "add Adds."),
                Fragment(FragmentKind.JSON, '{\n  "type": "object"\n}'),
                Fragment(FragmentKind.TEXT, "now"),
            ),
            id="in full",
        ),
    ],
)
def test_tools(full: bool, fragments: tuple[Fragment, ...]) -> None:  # noqa: FBT001 -- a column
    conversation = _call(_HI, prompt=_WITH_TOOLS)
    assert _turns(conversation, options=ViewOptions(full=full)) == [
        Turn("system", (Fragment(FragmentKind.TEXT, "Add."),)),
        Turn("tools", fragments),
        _USER,
    ]


_ANSWER = Turn("assistant", (Fragment(FragmentKind.TEXT, "Hello"),), "stop · 2 in · 1 out · 1.5 s")


@pytest.mark.parametrize(
    ("completion", "complete", "turns"),
    [
        pytest.param(Completion(messages=(_HELLO,), usage=Usage(2, 1)), True, [_ANSWER], id="one"),
        pytest.param(
            Completion(messages=(_HELLO, _HELLO), usage=Usage(2, 1)),
            True,
            [
                _ANSWER._replace(label="assistant 0", margin="stop"),
                _ANSWER._replace(label="assistant 1"),
            ],
            id="of several choices the last has the counts",
        ),
        pytest.param(
            Completion(messages=(replace(_HELLO, finish_reason=None),)),
            False,
            [_ANSWER._replace(margin="the stream broke off · 1.5 s")],
            id="broken off",
        ),
        pytest.param(
            Completion(messages=(replace(_HELLO, finish_reason=None),)),
            True,
            [_ANSWER._replace(margin="1.5 s")],
            id="without a reason",
        ),
        pytest.param(
            Completion(error={"code": 1}, usage=Usage(2)),
            False,
            [
                Turn("error", (Fragment(FragmentKind.ERROR, '{"code": 1}'),)),
                Turn("", (), "2 in · 1.5 s"),
            ],
            id="an error alone",
        ),
        pytest.param(
            Completion(messages=(_HELLO,), error="no"),
            False,
            [
                _ANSWER._replace(margin="stop · 1.5 s"),
                Turn("error", (Fragment(FragmentKind.ERROR, "no"),)),
            ],
            id="an error after text",
        ),
    ],
)
def test_answers(completion: Completion, complete: bool, turns: list[Turn]) -> None:  # noqa: FBT001 -- a column
    conversation = replace(_call(), completion=completion, complete=complete)
    assert transcript_turns(conversation, 1500.0, (), ViewOptions()) == turns


def test_notes_come_last() -> None:
    conversation = replace(_call(_HI), notes=("odd",))
    note = Turn("note", (Fragment(FragmentKind.NOTE, "odd"),))
    assert _turns(conversation) == [_USER, note]
    assert _turns(conversation, options=ViewOptions(request=False)) == [note]


_BYE = Message("user", (Text("Bye"),))


@pytest.mark.parametrize(
    ("messages", "note"),
    [
        pytest.param(
            (_HI, _HELLO, _BYE), "2 messages as in #3 (user, assistant)", id="with answer"
        ),
        pytest.param((_HI, _BYE), "1 message as in #3 (user)", id="without the answer"),
        pytest.param((_BYE,), None, id="nothing"),
        pytest.param((_BYE, _HI), None, id="not from the beginning"),
        pytest.param(
            (_HI, replace(_HELLO, role="model"), _BYE),
            "2 messages as in #3 (user, model)",
            id="the other word for the assistant",
        ),
        pytest.param(
            (_HI, replace(_HELLO, parts=(Reasoning("Hm."), Text("Hel"), Text("lo\n")))),
            "2 messages as in #3 (user, assistant)",
            id="clients drop reasoning and join texts",
        ),
        pytest.param(
            (_HI, replace(_HELLO, parts=(Text("Hello"), Blob("image", None, "AA==")))),
            "1 message as in #3 (user)",
            id="an image more is no repetition",
        ),
        pytest.param(
            (_HI, replace(_HELLO, parts=(Text("Hello"), ToolCall("c", "add", {})))),
            "1 message as in #3 (user)",
            id="nor is a call more",
        ),
    ],
)
def test_repetitions_are_folded(messages: tuple[Message, ...], note: str | None) -> None:
    before = _call(_HI, answer=(_HELLO,))
    turns = _turns(_call(*messages), earlier=((3, before),))
    if note is None:
        assert "" not in _labels(turns)
    else:
        assert turns[0] == Turn("", (Fragment(FragmentKind.NOTE, note),))


def test_the_longest_and_latest_repetition_counts() -> None:
    short, long = _call(_HI), _call(_HI, answer=(_HELLO,))
    first = _turns(_call(_HI, _HELLO), earlier=((0, short), (1, long), (2, long), (3, short)))[0]
    assert first.fragments[0].text == "2 messages as in #2 (user, assistant)"


@pytest.mark.parametrize(
    ("earlier", "labels"),
    [
        pytest.param(_WITH_TOOLS, [""], id="the same"),
        pytest.param(Prompt(tool_definitions=_TOOLS), ["system", ""], id="another system message"),
        pytest.param(Prompt(system_instructions=(Text("Add."),)), ["tools", ""], id="other tools"),
    ],
)
def test_repeated_instructions_and_tools_are_left_out(earlier: Prompt, labels: list[str]) -> None:
    turns = _turns(_call(_HI, prompt=_WITH_TOOLS), earlier=((0, _call(_HI, prompt=earlier)),))
    assert _labels(turns) == labels


@pytest.mark.parametrize(
    ("usage", "line"),
    [
        pytest.param(None, "", id="none"),
        pytest.param(Usage(), "", id="nothing reported"),
        pytest.param(Usage(201, 61, 262), "201 in · 61 out", id="in and out"),
        pytest.param(Usage(0, 0), "0 in · 0 out", id="zero"),
        pytest.param(
            Usage(201, 61, 262, 100, 7, 40), "201 in · 100 cached · 61 out · 40 reasoning", id="all"
        ),
        pytest.param(Usage(1, 1, 2, 0, 0, 0), "1 in · 1 out", id="without what did not happen"),
    ],
)
def test_usage_line(usage: Usage | None, line: str) -> None:
    assert usage_line(usage) == line
