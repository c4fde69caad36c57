"""A model call as turns: who said what, tool calls with their results, what was said before."""

from collections.abc import Iterator
from typing import TypeAlias

from cassette_cli.counted import counted
from cassette_cli.json_values import Json, write_json
from cassette_cli.render.elide import elide_json, elide_text, size_of_base64
from cassette_cli.render.extra_lines import READ_BY_PEOPLE, extra_lines
from cassette_cli.render.numbers import write_duration
from cassette_cli.render.safe_text import safe_json, safe_line
from cassette_cli.render.sheet import Fragment, FragmentKind, Turn
from cassette_cli.render.view import ViewOptions
from cassette_cli.transcript import (
    Blob,
    Conversation,
    Extra,
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
    ToolResult,
    Uri,
    Usage,
    bare_part,
)

Earlier: TypeAlias = tuple[tuple[int, Conversation], ...]
CallNames: TypeAlias = dict[str, str]

MAX_ONE_LINE = 72
# Stands for a thought of which the provider sent no more than a signature.
_UNSEEN = "(not shown by the provider)"


def transcript_turns(
    conversation: Conversation, duration_ms: float | None, earlier: Earlier, options: ViewOptions
) -> list[Turn]:
    """The turns of a model call. `earlier` are the calls before it, with their indexes: what the
    prompt repeats of one of them is folded to one line.
    """
    layout = _Layout(_call_names(conversation.prompt), full=options.full)
    turns: list[Turn] = []
    if options.request:
        turns += layout.prompt(conversation.prompt, earlier)
    if options.response:
        turns += layout.answer(conversation, duration_ms)
    turns += [Turn("note", (Fragment(FragmentKind.NOTE, note),)) for note in conversation.notes]
    return turns


def usage_line(usage: Usage | None) -> str:
    """Token counts in one line: `201 in · 61 out`; "" where none were reported."""
    if usage is None:
        return ""
    counts = (
        (usage.input_tokens, "in"),
        (usage.cache_read_input_tokens, "cached"),
        (usage.output_tokens, "out"),
        (usage.reasoning_output_tokens, "reasoning"),
    )
    optional = ("cached", "reasoning")
    return " · ".join(
        f"{count} {word}"
        for count, word in counts
        if count or (count == 0 and word not in optional)
    )


class _Layout:
    """Turns of one model call; `call_names` tells which tool a result with an id belongs to."""

    def __init__(self, call_names: CallNames, *, full: bool) -> None:
        self.call_names = call_names
        self.full = full

    def prompt(self, prompt: Prompt, earlier: Earlier) -> Iterator[Turn]:
        index, repeated = _longest_repetition(prompt, earlier)
        previous = dict(earlier).get(index) if repeated else None
        if prompt.system_instructions and not (
            previous and previous.prompt.system_instructions == prompt.system_instructions
        ):
            yield Turn("system", tuple(self.parts(prompt.system_instructions)))
        if prompt.tool_definitions and not (
            previous and previous.prompt.tool_definitions == prompt.tool_definitions
        ):
            yield Turn("tools", tuple(self.tools(prompt)))
        if repeated:
            yield Turn(
                "", (Fragment(FragmentKind.NOTE, _repetition_line(prompt, index, repeated)),)
            )
        for message in prompt.messages[repeated:]:
            yield Turn(safe_line(message.role), tuple(self.parts(message.parts)))

    def tools(self, prompt: Prompt) -> Iterator[Fragment]:
        if not self.full:
            names = ", ".join(safe_line(tool.name) for tool in prompt.tool_definitions)
            yield Fragment(FragmentKind.NOTE, names)
            return
        for tool in prompt.tool_definitions:
            description = f" {tool.description}" if tool.description else ""
            yield Fragment(FragmentKind.TEXT, f"{tool.name}{description}")
            if tool.parameters is not None:
                yield Fragment(FragmentKind.JSON, safe_json(tool.parameters, indent=2))

    def answer(self, conversation: Conversation, duration_ms: float | None) -> Iterator[Turn]:
        completion = conversation.completion
        duration = "" if duration_ms is None else write_duration(duration_ms)
        margin = " · ".join(filter(None, (usage_line(completion.usage), duration)))
        last = len(completion.messages) - 1
        for number, message in enumerate(completion.messages):
            fragments = (*self.parts(message.parts), *self.beside(message.extra))
            finish = message.finish_reason or (
                "" if conversation.complete else "the stream broke off"
            )
            ending = " · ".join(filter(None, (safe_line(finish), margin if number == last else "")))
            label = safe_line(message.role) + (f" {number}" if last > 0 else "")
            yield Turn(label, fragments, ending)
        if told := tuple(self.beside(completion.extra)):
            yield Turn("", told)
        if completion.error is not None:
            yield Turn("error", (self.json(FragmentKind.ERROR, completion.error),))
        if last < 0 and margin:
            yield Turn("", (), margin)

    def parts(self, parts: tuple[Part, ...]) -> Iterator[Fragment]:
        for part in parts:
            yield self.part(part)
            if not isinstance(part, GenericPart):
                yield from self.beside(part.extra)

    def beside(self, extra: Extra) -> Iterator[Fragment]:
        """What people read of the members that a provider has besides."""
        for name, value in extra:
            if name in READ_BY_PEOPLE:
                text = "\n".join(extra_lines(value))
                text = text if self.full else elide_text(text)
                yield Fragment(FragmentKind.JSON, text, safe_line(name))

    def part(self, part: Part) -> Fragment:
        match part:
            case Text(content):
                return Fragment(FragmentKind.TEXT, self.text(content))
            case Reasoning(content):
                return Fragment(FragmentKind.REASONING, self.text(content) or _UNSEEN)
            case Refusal(content):
                return Fragment(FragmentKind.REFUSAL, self.text(content))
            case ToolCall(_, name, arguments) | ServerToolCall(_, name, arguments):
                return self.json(FragmentKind.CALL, arguments, name)
            case ToolResult(call_id, result, name):
                return self.json(
                    FragmentKind.RESULT, result, name or self.call_names.get(call_id or "", "")
                )
            case ServerToolResult(_, name, result):
                return self.json(FragmentKind.RESULT, result, name)
            case Blob(modality, media_type, data):
                kind = media_type or modality
                text = data if self.full else size_of_base64(data)
                return Fragment(FragmentKind.MEDIA, f"{safe_line(kind)}, {text}")
            case Uri(modality, media_type, uri):
                return Fragment(
                    FragmentKind.MEDIA, f"{safe_line(media_type or modality)}, {safe_line(uri)}"
                )
            case GenericPart(kind, value):
                return self.json(FragmentKind.JSON, value, kind)

    def text(self, content: str) -> str:
        return content if self.full else elide_text(content)

    def json(self, kind: FragmentKind, value: Json, title: str = "") -> Fragment:
        """JSON on one line where it is short; text that is no JSON stays text."""
        value = value if self.full else elide_json(value)
        if isinstance(value, str):
            return Fragment(kind, value, safe_line(title))
        line = safe_json(value)
        text = line if len(line) <= MAX_ONE_LINE else safe_json(value, indent=2)
        return Fragment(kind, text, safe_line(title))


def _call_names(prompt: Prompt) -> CallNames:
    return {
        part.id: part.name
        for message in prompt.messages
        for part in message.parts
        if isinstance(part, ToolCall) and part.id
    }


def _longest_repetition(prompt: Prompt, earlier: Earlier) -> tuple[int, int]:
    """The index of the call that the prompt goes on from, and how many messages it repeats."""
    spoken = [_comparable(message) for message in prompt.messages]
    best = (-1, 0)
    for index, conversation in earlier:
        history = (*conversation.prompt.messages, *conversation.completion.messages[:1])
        count = 0
        for before, now in zip((_comparable(message) for message in history), spoken, strict=False):
            if before != now:
                break
            count += 1
        if count >= max(best[1], 1):
            best = (index, count)
    return best


def _comparable(message: Message) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """What has to be the same for a message to be a repetition: clients drop the rest."""
    role = "assistant" if message.role == "model" else message.role
    text = "".join(part.content for part in message.parts if isinstance(part, Text)).strip()
    calls = tuple(
        (part.name, write_json(part.arguments))
        for part in message.parts
        if isinstance(part, ToolCall)
    )
    others = tuple(
        (type(part).__name__, repr(bare_part(part)))
        for part in message.parts
        if not isinstance(part, Text | ToolCall | Reasoning)
    )
    return role, text, calls + others


def _repetition_line(prompt: Prompt, index: int, count: int) -> str:
    roles = ", ".join(safe_line(message.role) for message in prompt.messages[:count])
    return f"{counted(count, 'message')} as in #{index} ({roles})"
