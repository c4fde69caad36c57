"""DashScope, where an answer comes whole or in increments (`incremental_output`).

https://www.alibabacloud.com/help/en/model-studio/qwen-api-via-dashscope
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dashscope.messages import (
    NOT_YET,
    is_generation,
    is_said_so_far,
    read_request,
    read_response,
)
from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import error_of
from cassette_cli.dialects.folding import (
    Fields,
    add_item,
    finish,
    in_order,
    index_of,
    lay_over,
    merge,
)
from cassette_cli.dialects.json_fields import at, objects_at
from cassette_cli.exchange import Exchange
from cassette_cli.json_path import JsonPath
from cassette_cli.streams.event import Event

_TEXTS = ("content", "reasoning_content", "arguments", "text")


def matches(exchange: Exchange) -> bool:
    """By the path, but for streams whose events say all that was said so far."""
    return is_generation(exchange) and not is_said_so_far(exchange)


def fold(events: Sequence[Event]) -> Fold:
    """Increments into an answer; usage and reasons are those that were said last."""
    folded: Fields = {}
    output: Fields = {}
    choices: dict[int, Fields] = {}
    for event in events:
        if error := error_of(event):
            folded["error"] = error
        elif isinstance(event.value, dict):
            lay_over(folded, event.value, but=("output",))
            said = at(event.value, "output")
            for choice in objects_at(said, "choices"):
                _add_choice(choices.setdefault(index_of(choice), {}), choice)
            rest = said if isinstance(said, dict) else {}
            _merge_said(output, {name: rest[name] for name in rest if name != "choices"})
    if choices:
        output["choices"] = in_order(choices)
    ended = any(choice.get("finish_reason") for choice in (output, *choices.values()))
    return finish(folded | ({"output": output} if output else {}), ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts, thoughts, and the arguments of calls."""
    yield from delta_at(event.value, ("text",), ("output", "text"))
    for place, choice in enumerate(objects_at(event.value, "output", "choices")):
        base: JsonPath = ("output", "choices", place, "message")
        index = index_of(choice)
        yield from delta_at(event.value, ("reasoning", index), (*base, "reasoning_content"))
        yield from delta_at(event.value, ("text", index), (*base, "content"))
        for number in range(len(objects_at(choice, "message", "content"))):
            path = (*base, "content", number, "text")
            yield from delta_at(event.value, ("text", index), path)
        for number, call in enumerate(objects_at(choice, "message", "tool_calls")):
            path = (*base, "tool_calls", number, "function", "arguments")
            yield from delta_at(event.value, ("arguments", index, index_of(call)), path)


def _add_choice(known: Fields, choice: Fields) -> None:
    message = at(known, "message")
    message = message if isinstance(message, dict) else {}
    said = at(choice, "message")
    if isinstance(said, dict):
        if isinstance(said.get("content"), list):
            blocks = objects_at(message, "content")
            for block in objects_at(said, "content"):
                add_item(blocks, block)
            message["content"] = [*blocks]
            said = {name: value for name, value in said.items() if name != "content"}
        merge(message, said, _TEXTS)
    _merge_said(known, {name: choice[name] for name in choice if name != "message"})
    known["message"] = message


def _merge_said(known: Fields, said: Fields) -> None:
    reason = {} if said.get("finish_reason") != NOT_YET else {"finish_reason": None}
    merge(known, said | reason, _TEXTS)


DIALECT = Dialect(
    name="dashscope",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
