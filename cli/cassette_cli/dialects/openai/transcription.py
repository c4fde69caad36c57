"""Transcriptions and translations of audio: https://platform.openai.com/docs/api-reference/audio."""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.dialects.errors import error_of, read_error
from cassette_cli.dialects.folding import Fields, add_text, finish, lay_over
from cassette_cli.dialects.json_fields import at, integer_at, other_fields, string_at
from cassette_cli.dialects.non_json_bodies import body_value, read_file, without_content
from cassette_cli.dialects.openai import responses as openai_responses
from cassette_cli.dialects.parts import text_parts
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, GenericPart, Message, Part, Prompt, Text, Usage

_PATHS = ("/audio/transcriptions", "/audio/translations")
_DELTA = "transcript.text.delta"


def matches(exchange: Exchange) -> bool:
    """By the path of the request, or by the events of its stream."""
    kind = string_at(exchange.response.first_value, "type") or ""
    return exchange.path.rstrip("/").endswith(_PATHS) or kind.startswith("transcript.text.")


def read_request(value: Json) -> Prompt:
    """The form: the audio and what should help to understand it; the rest are settings."""
    audio = read_file(at(value, "file"))
    hint = string_at(value, "prompt")
    return Prompt(
        model=string_at(value, "model"),
        system_instructions=text_parts(hint),
        messages=(Message("user", (audio,)),) if audio else (),
        settings=tuple(
            (name, without_content(field))
            for name, field in other_fields(value, ("model", "prompt"))
        ),
    )


def read_response(value: Json) -> Completion:
    """A transcription object, or the bare text of one."""
    if isinstance(value, str):
        return Completion(messages=(Message("assistant", (Text(value),)),))
    parts = tuple(_read_parts(value))
    return Completion(
        model=string_at(value, "model"),
        messages=(Message("assistant", parts),) if parts else (),
        usage=_read_usage(at(value, "usage")),
        error=read_error(value, "text", "segments", "usage"),
    )


def fold(events: Sequence[Event]) -> Fold:
    """A transcription; the last event repeats its text whole."""
    folded: Fields = {}
    segments: list[Json] = []
    ended = False
    for event in events:
        value = event.value
        match string_at(value, "type") or event.name:
            case "transcript.text.delta":
                add_text(folded, "text", string_at(value, "delta") or "")
            case "transcript.text.segment":
                segments.append(dict(other_fields(value, ("type",))))
            case "transcript.text.done":
                lay_over(folded, dict(other_fields(value, ("type",))))
                ended = True
            case _ if error := error_of(event):
                folded["error"] = error
    if segments:
        folded["segments"] = segments
    return finish(folded, ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """The text; segments are whole each."""
    if string_at(event.value, "type") == _DELTA:
        yield from delta_at(event.value, ("text",), ("delta",))


def _read_parts(value: Json) -> Iterator[Part]:
    for name, field in other_fields(value, ("model", "usage", "error")):
        match name, field:
            case "text", str(text):
                yield Text(text)
            case (_, (None | "" | [])):
                pass
            case _ if isinstance(value, dict) and "text" in value:
                yield GenericPart(name, field)
    if duration := at(value, "usage", "seconds"):
        yield GenericPart("usage", {"seconds": duration})


def _read_usage(usage: Json) -> Usage | None:
    """Token counts; some models count seconds."""
    if integer_at(usage, "total_tokens") is None:
        return None
    return openai_responses.read_usage(usage)


DIALECT = Dialect(
    name="openai-transcription",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
    value_of=body_value,
)
