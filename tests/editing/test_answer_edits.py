from collections.abc import Callable

import pytest

from cassette_cli.editing.answer import Answer, Place, answer_of
from cassette_cli.editing.answer_edits import answer_intents
from cassette_cli.editing.side import response_side
from cassette_cli.errors import EditError
from cassette_cli.exchange import decode_exchange
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.rewriting.operation import Operation, Step

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


def _set(place: Place, value: Json) -> Operation:
    def operation(cassette: Cassette) -> Step:
        exchange = decode_exchange(cassette.interactions[0])
        answer = answer_of(exchange)
        assert isinstance(answer, Answer)
        changed = answer.with_values({place: value})
        return Step(tuple(answer_intents(response_side(exchange), answer, changed)))

    return operation


@pytest.mark.parametrize(
    ("cassette", "place", "value", "before", "after"),
    [
        pytest.param(
            _cassette(_CHAT, "text/event-stream", 'data: {"a" :1}', "", 'data: {"a" :1}', "", ""),
            Place(1, ("a",)),
            2,
            '{"a" :1}\n        \n',
            '{"a" :2}\n        \n',
            id="an event of a stream",
        ),
        pytest.param(
            _cassette(_CHAT, "application/json", '{"a" : 1.0}'),
            Place(0, ("a",)),
            "é",
            '"a" : 1.0',
            '"a" : "\\u00e9"',
            id="JSON keeps its blanks",
        ),
        pytest.param(
            _cassette(_TRANSCRIPTION, "text/plain", "Hello there"),
            Place(0, ()),
            "Hello, you",
            "Hello there",
            "Hello, you",
            id="plain text",
        ),
        pytest.param(
            _cassette(_BATCH, "application/x-jsonl", '{"custom_id":"a"}', '{"custom_id":"b"}'),
            Place(0, (1, "custom_id")),
            "c",
            '"b"',
            '"c"',
            id="lines of JSON",
        ),
    ],
)
def test_answer_intents(
    edited: Callable[..., str], cassette: str, place: Place, value: Json, before: str, after: str
) -> None:
    head, _, tail = cassette.rpartition(before)
    assert edited(cassette, _set(place, value)) == head + after + tail


def test_the_same_answer_is_no_edit(edited: Callable[..., str]) -> None:
    cassette = _cassette(_CHAT, "application/json", '{"a" : 1.0}')
    assert edited(cassette, _set(Place(0, ("a",)), 1.0)) == cassette


def test_what_is_neither_json_nor_text_is_refused(cassette_of: Callable[[str], Cassette]) -> None:
    audio = _cassette("/v1/audio/speech", "audio/mpeg", "x").replace(
        "|-\n        x", "!!binary AAEC"
    )
    with pytest.raises(EditError, match="neither JSON nor text"):
        _set(Place(0, ("bytes",)), 1)(cassette_of(audio))
