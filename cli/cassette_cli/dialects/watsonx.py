"""IBM watsonx.ai's text generation: https://cloud.ibm.com/apidocs/watsonx-ai#text-generation."""

import re
from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.folding import Fields, chunks_of, finish, in_order, lay_over, merge
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.parts import text_message, text_parts
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Prompt

# The beta had the two words the other way round.
_PATH = re.compile(
    r"/ml/v1[^/]*/(deployments/[^/]+/)?(text/generation|generation/text)(_stream)?\Z"
)
# How far into a stream its first result stands at most.
_LOOK_AT = 4
_UNFINISHED = "not_finished"


def matches(exchange: Exchange) -> bool:
    """By the path, or by an answer with generated results of a model."""
    if _PATH.search(exchange.path.rstrip("/")):
        return True
    response = exchange.response
    # A verdict of moderation may come before the first result.
    said = [event.value for event in response.events[:_LOOK_AT]] or [response.value]
    return any(
        string_at(value, "results", 0, "generated_text") is not None
        and string_at(value, "model_id") is not None
        for value in said
    )


def read_request(value: Json) -> Prompt:
    """A text to go on with."""
    text = string_at(value, "input")
    return Prompt(
        model=string_at(value, "model_id"),
        messages=text_message("user", text),
        settings=other_fields(value, ("model_id", "input")),
    )


def read_response(value: Json) -> Completion:
    """Results, one for each choice, which count their own tokens; or errors."""
    results = objects_at(value, "results")
    return Completion(
        model=string_at(value, "model_id"),
        messages=tuple(_read_result(result) for result in results),
        usage=usage_of(
            at(value, "results", 0),
            input_tokens="input_token_count",
            output_tokens="generated_token_count",
        ),
        error=read_error(value, "results"),
    )


def fold(events: Sequence[Event]) -> Fold:
    """Pieces of the results joined; the count of the input stands in the first event alone."""
    folded: Fields = {}
    results: dict[int, Fields] = {}
    for chunk in chunks_of(events):
        lay_over(folded, chunk, but=("results",))
        for place, result in enumerate(objects_at(chunk, "results")):
            merge(results.setdefault(place, {}), result, ("generated_text",))
    if results:
        folded["results"] = in_order(results)
    reasons = [string_at(result, "stop_reason") for result in results.values()]
    finished = bool(reasons) and not {None, _UNFINISHED}.intersection(reasons)
    return finish(folded, ended=finished)


def deltas(event: Event) -> Iterator[Delta]:
    """The generated texts."""
    for place in range(len(objects_at(event.value, "results"))):
        yield from delta_at(event.value, ("text", place), ("results", place, "generated_text"))


def _read_result(result: dict[str, Json]) -> Message:
    text = string_at(result, "generated_text")
    return Message("assistant", text_parts(text), string_at(result, "stop_reason"))


DIALECT = Dialect(
    name="watsonx",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
