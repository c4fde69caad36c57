from collections.abc import Callable

import pytest

from cassette_cli.document import apply
from cassette_cli.editing.answer import EventValue, answer_of
from cassette_cli.editing.answer_edits import answer_intents
from cassette_cli.errors import EditError
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.rewriting.http_message import HttpMessage

_CASSETTE = """\
interactions:
- request: {{method: POST, uri: 'https://api.example.com{path}', headers: {{}}, body: null}}
  response:
    status: {{code: 200, message: OK}}
    headers: {{Content-Type: [{media_type}]}}
    body:
      string: |-
{body}
"""
_CHAT = "/v1/chat/completions"
_TRANSCRIPTION = "/v1/audio/transcriptions"
_BATCH = "/v1/messages/batches/b/results"


def _cassette(path: str, media_type: str, *lines: str) -> str:
    body = "\n".join(f"        {line}" for line in lines)
    return _CASSETTE.format(path=path, media_type=media_type, body=body)


def _edited(cassette: Cassette, where: EventValue, value: Json) -> str:
    reading = Reading(cassette.interactions[0])
    answer = answer_of(reading)
    intents = answer_intents(
        HttpMessage(reading, "response"), answer, answer.with_values({where: value})
    )
    return apply(cassette.document, intents).text


@pytest.mark.parametrize(
    ("text", "where", "value", "before", "after"),
    [
        pytest.param(
            _cassette(_CHAT, "text/event-stream", 'data: {"a" :1}', "", 'data: {"a" :1}', "", ""),
            EventValue(1, ("a",)),
            2,
            '{"a" :1}\n        \n',
            '{"a" :2}\n        \n',
            id="an event of a stream",
        ),
        pytest.param(
            _cassette(_CHAT, "application/json", '{"a" : 1.0}'),
            EventValue(0, ("a",)),
            "é",
            '"a" : 1.0',
            '"a" : "\\u00e9"',
            id="JSON keeps its blanks",
        ),
        pytest.param(
            _cassette(_TRANSCRIPTION, "text/plain", "Hello there"),
            EventValue(0, ()),
            "Hello, you",
            "Hello there",
            "Hello, you",
            id="plain text",
        ),
        pytest.param(
            _cassette(_BATCH, "application/x-jsonl", '{"custom_id":"a"}', '{"custom_id":"b"}'),
            EventValue(0, (1, "custom_id")),
            "c",
            '"b"',
            '"c"',
            id="lines of JSON",
        ),
    ],
)
def test_answer_intents(
    cassette_of: Callable[..., Cassette],
    text: str,
    where: EventValue,
    value: Json,
    before: str,
    after: str,
) -> None:
    head, _, tail = text.rpartition(before)
    assert _edited(cassette_of(text), where, value) == head + after + tail


def test_the_same_answer_is_no_edit(cassette_of: Callable[..., Cassette]) -> None:
    text = _cassette(_CHAT, "application/json", '{"a" : 1.0}')
    assert _edited(cassette_of(text), EventValue(0, ("a",)), 1.0) == text


def test_what_is_neither_json_nor_text_is_refused(cassette_of: Callable[..., Cassette]) -> None:
    audio = _cassette("/v1/audio/speech", "audio/mpeg", "x").replace(
        "|-\n        x", "!!binary AAEC"
    )
    with pytest.raises(EditError, match="neither JSON nor text"):
        _edited(cassette_of(audio), EventValue(0, ("bytes",)), 1)
