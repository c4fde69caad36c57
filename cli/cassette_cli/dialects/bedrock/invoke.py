"""Bedrock's InvokeModel, which passes on what each vendor's model asks and answers.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from cassette_cli.dialects.bedrock.error_frames import fold_with_errors
from cassette_cli.dialects.bedrock.invoke_formats import vendor_answering, vendor_asked
from cassette_cli.dialects.bedrock.paths import model_in_url, operation_of
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.folding import Fields, finish
from cassette_cli.dialects.json_fields import at, other_fields
from cassette_cli.dialects.usage import usage_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Prompt, Usage

_OPERATIONS = ("invoke", "invoke-with-response-stream")
# What Bedrock adds to a vendor's answer: counts, and what a guardrail did.
_OWN = "amazon-bedrock-"
_METRICS = "amazon-bedrock-invocationMetrics"
_TRACE = "amazon-bedrock-trace"


def matches(exchange: Exchange) -> bool:
    """By the path of the request."""
    return operation_of(exchange.path) in _OPERATIONS


def read_request(value: Json) -> Prompt:
    """A body in the format of any vendor; the model stands in the URL."""
    return vendor_asked(value).read_request(value)


def read_response(value: Json) -> Completion:
    """An answer in the format of any vendor; where that has no counts, Bedrock's own."""
    answer = _without_own(value)
    completion = vendor_answering([answer]).read_response(answer)
    if completion.usage is None:
        return replace(completion, usage=_read_metrics(at(value, _METRICS)))
    return completion


def fold(events: Sequence[Event]) -> Fold:
    """Events of a vendor into its answer; Bedrock has the last word, and errors of its own."""
    inner: list[Event] = []
    added: Fields = {}
    for event in events:
        if (name := event.name or "").endswith("Exception"):
            added["error"] = {name: event.value}
            continue
        if answer := _without_own(event.value):
            inner.append(event._replace(value=answer))
        added |= _own(event.value)
    folded = vendor_answering([event.value for event in inner]).fold(inner)
    ended = folded.complete or _METRICS in added or _TRACE in added
    value = folded.value if isinstance(folded.value, dict) else {}
    return finish(value | added, ended=ended)


def deltas(event: Event) -> Iterable[Delta]:
    """The pieces of text of the vendor whose event this is."""
    return vendor_answering([event.value]).deltas(event)


def _own(value: Json) -> dict[str, Json]:
    return {name: field for name, field in other_fields(value, ()) if name.startswith(_OWN)}


def _without_own(value: Json) -> Json:
    return dict(other_fields(value, _own(value))) if isinstance(value, dict) else value


def _read_metrics(metrics: Json) -> Usage | None:
    return usage_of(
        metrics,
        input_tokens="inputTokenCount",
        output_tokens="outputTokenCount",
        cache_read_input_tokens="cacheReadInputTokenCount",
        cache_creation_input_tokens="cacheWriteInputTokenCount",
    )


DIALECT = Dialect(
    name="bedrock-invoke",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=("aws-event-stream",),
    fold=partial(fold_with_errors, fold),
    deltas=deltas,
    model_in_url=model_in_url,
)
