"""DashScope, where each event of a stream says all that was said so far, as it does unless asked.

https://www.alibabacloud.com/help/en/model-studio/qwen-api-via-dashscope
"""

from collections.abc import Sequence

from cassette_cli.dialects.dashscope.messages import (
    NOT_YET,
    is_generation,
    is_said_so_far,
    read_request,
    read_response,
)
from cassette_cli.dialects.dialect import Dialect, Fold
from cassette_cli.dialects.errors import error_of
from cassette_cli.dialects.folding import Fields, finish, lay_over
from cassette_cli.dialects.json_fields import objects_at, string_at
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event


def matches(exchange: Exchange) -> bool:
    """By the path and such a stream."""
    return is_generation(exchange) and is_said_so_far(exchange)


def fold(events: Sequence[Event]) -> Fold:
    """The last event, which says it all."""
    folded: Fields = {}
    for event in events:
        if error := error_of(event):
            folded["error"] = error
        elif isinstance(event.value, dict):
            lay_over(folded, event.value)
    output = folded.get("output")
    ends = (output, *objects_at(output, "choices"))
    return finish(folded, ended=any(map(_is_end, ends)))


def _is_end(value: Json) -> bool:
    return string_at(value, "finish_reason") not in (None, "", NOT_YET)


DIALECT = Dialect(
    name="dashscope-so-far",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
)
