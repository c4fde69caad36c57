"""Text generation of Hugging Face, also behind Amazon SageMaker.

https://huggingface.co/docs/text-generation-conversation and the conversation API of single models.
"""

from collections.abc import Iterable, Sequence
from http import HTTPStatus

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.folding import Fields, add_text, chunks_of, finish, lay_over
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.parts import text_parts
from cassette_cli.dialects.usage import usage_if_counted
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Prompt, Text

_WHOLE = "generated_text"
_PATHS = ("/invocations", "/generate", "/generate_stream")


def matches(exchange: Exchange) -> bool:
    """By generated text, on a path of the API or on none; on such a path also by a failed call."""
    path = exchange.path.rstrip("/")
    asked = path.endswith(_PATHS) and at(exchange.request.value, "inputs") is not None
    if asked and exchange.interaction.response.status_code != HTTPStatus.OK:
        return True
    first = exchange.response.first_value
    generated = string_at(first, "token", "text") is not None or any(
        string_at(answer, "generated_text") is not None for answer in _answers(first)
    )
    return generated and (asked or not path or path.startswith("/models/"))


def read_request(value: Json) -> Prompt:
    """A text, or several, to go on with."""
    inputs = at(value, "inputs")
    texts = inputs if isinstance(inputs, list) else [inputs]
    return Prompt(
        messages=tuple(Message("user", (Text(text),)) for text in texts if isinstance(text, str)),
        settings=other_fields(value, ("inputs",)),
    )


def read_response(value: Json) -> Completion:
    """Generated texts, one for each choice, or an error."""
    answers = _answers(value)
    return Completion(
        messages=tuple(_read_answer(answer) for answer in answers if "generated_text" in answer),
        usage=usage_if_counted(
            answers[0] if answers else None, output_tokens="details.generated_tokens"
        ),
        error=None if isinstance(value, list) else read_error(value, "generated_text"),
    )


def fold(events: Sequence[Event]) -> Fold:
    """Tokens joined; the last event has the text as a whole, and details."""
    folded: Fields = {}
    ended = False
    for event in events:
        for delta in deltas(event):
            add_text(folded, _WHOLE, delta.text)
        for chunk in chunks_of([event]):
            lay_over(folded, chunk, but=("token", "index"))
        ended = ended or string_at(event.value, _WHOLE) is not None
    return finish(folded, ended=ended)


def deltas(event: Event) -> Iterable[Delta]:
    """Tokens, but for those that only mark places."""
    if at(event.value, "token", "special") is True:
        return ()
    return delta_at(event.value, ("text", 0), ("token", "text"))


def _answers(value: Json) -> list[dict[str, Json]]:
    return [value] if isinstance(value, dict) else objects_at(value)


def _read_answer(answer: dict[str, Json]) -> Message:
    text = string_at(answer, "generated_text")
    reason = string_at(answer, "details", "finish_reason")
    return Message("assistant", text_parts(text), reason)


DIALECT = Dialect(
    name="huggingface",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
