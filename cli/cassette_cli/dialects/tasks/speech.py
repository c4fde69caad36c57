"""Text read aloud: https://platform.openai.com/docs/api-reference/audio/createSpeech; also xAI,
Deepgram and ElevenLabs.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Sequence

from cassette_cli.dialects.dialect import Dialect, Fold
from cassette_cli.dialects.errors import error_of, read_error
from cassette_cli.dialects.folding import Fields, finish
from cassette_cli.dialects.json_fields import at, first_string, other_fields, string_at
from cassette_cli.dialects.matching import is_post
from cassette_cli.dialects.non_json_bodies import body_value, read_file
from cassette_cli.dialects.openai import responses as openai_responses
from cassette_cli.dialects.parts import text_message, text_parts
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
)

_PATH = re.compile(r"/audio/speech$|/v\d\w*/(tts|speak|text-to-speech/[^/]+(/stream)?)$")
_PROMPT_FIELDS = ("model", "model_id", "input", "text", "instructions")
_AUDIO_FIELDS = ("audio", "audio_base64", "data")


def matches(exchange: Exchange) -> bool:
    """By the path of a request, or by the events of its stream."""
    posted = is_post(exchange)
    kind = string_at(exchange.response.first_value, "type") or ""
    called = posted and _PATH.search(exchange.path.rstrip("/")) is not None
    return called or kind.startswith("speech.audio.")


def read_request(value: Json) -> Prompt:
    """The text, and how it is to be said."""
    text = first_string(value, "input", "text")
    how = string_at(value, "instructions")
    return Prompt(
        model=first_string(value, "model", "model_id"),
        system_instructions=text_parts(how),
        messages=text_message("user", text),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """The audio: bytes, or base64 in JSON."""
    part = _read_audio(value)
    return Completion(
        messages=() if part is None else (Message("assistant", (part,)),),
        usage=openai_responses.read_usage(at(value, "usage")),
        error=read_error(value, *_AUDIO_FIELDS, "base64", "text"),
    )


def fold(events: Sequence[Event]) -> Fold:
    """All audio of a stream as one."""
    audio = bytearray()
    folded: Fields = {}
    ended = False
    for event in events:
        match string_at(event.value, "type") or event.name:
            case "speech.audio.delta":
                audio += _decoded(string_at(event.value, "audio") or "")
            case "speech.audio.done":
                folded |= dict(other_fields(event.value, ("type",)))
                ended = True
            case _ if error := error_of(event):
                folded["error"] = error
    if audio:
        folded["audio"] = b64encode(audio).decode()
    return finish(folded, ended=ended)


def _read_audio(value: Json) -> Part | None:
    if isinstance(value, str):
        return GenericPart("unknown", value) if value else None
    for name in _AUDIO_FIELDS:
        if data := string_at(value, name):
            return Blob("audio", None, data)
    return read_file(value)


def _decoded(audio: str) -> bytes:
    try:
        return b64decode(audio)
    except ValueError:
        return b""


DIALECT = Dialect(
    name="speech",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    value_of=body_value,
)
