import re

import pytest

from cassette_cli.dialects.dialect import no_deltas
from cassette_cli.exchange import Payload, framing_of
from cassette_cli.json_values import read_json
from cassette_cli.passages.content import revise_binary_stream, revise_text_body
from cassette_cli.passages.passage import Hit, Kind, Search
from cassette_cli.streams.aws_event_stream import FRAMING as AWS
from cassette_cli.streams.aws_frames import spell_frame
from cassette_cli.text import Span, splice


@pytest.mark.parametrize(
    ("media_type", "before", "after"),
    [
        pytest.param("text/plain", "a KEY b", "a CUT b", id="plain text"),
        pytest.param(None, '{"a": "KEY"}', '{"a": "CUT"}', id="JSON"),
        pytest.param("text/html", "<!-- -->\n--KEY", "<!-- -->\n--CUT", id="HTML"),
        pytest.param(None, "---\ntitle: KEY\n---\n\nx", "---\ntitle: CUT\n---\n\nx", id="a rule"),
        pytest.param(
            "application/x-www-form-urlencoded", "a=1&b=KEY&c", "a=1&b=CUT&c", id="a form"
        ),
        pytest.param(None, "data: KEY\n\n", "data: CUT\n\n", id="data of a stream"),
        pytest.param(
            None,
            ': note\nid: 1\r\ndata: {"a": "KEY"}\r\n\r\ndata: [DONE]\n\n',
            ': note\nid: 1\r\ndata: {"a": "CUT"}\r\n\r\ndata: [DONE]\n\n',
            id="JSON of a stream, line ends and all else stay",
        ),
        pytest.param(
            None, 'data: {"a":\ndata:"KEY"}\n\n', 'data: {"a":\ndata:"CUT"}\n\n', id="data lines"
        ),
        pytest.param(
            None,
            '{"a": "KEY"}\n{"b": 1}\n\n{"token": "x"}',
            '{"a": "CUT"}\n{"b": 1}\n\n{"token": "CUT"}',
            id="NDJSON",
        ),
        pytest.param(
            None,
            '[{"a": "KEY"},\n{"token": "x"}',
            '[{"a": "CUT"},\n{"token": "CUT"}',
            id="a JSON array that is cut off",
        ),
        pytest.param(
            "multipart/form-data",
            "--B\r\n"
            'Content-Disposition: form-data; name="token"\r\n\r\n'
            "secret\r\n--B\r\n"
            'Content-Disposition: form-data; name="f"; filename="f.jsonl"\r\n\r\n'
            '{"a": "KEY"}\r\n--B--\r\n',
            "--B\r\n"
            'Content-Disposition: form-data; name="token"\r\n\r\n'
            "CUT\r\n--B\r\n"
            'Content-Disposition: form-data; name="f"; filename="f.jsonl"\r\n\r\n'
            '{"a": "CUT"}\r\n--B--\r\n',
            id="fields of a multipart form, by name and by looks",
        ),
    ],
)
def test_revise_text_body(
    media_type: str | None, before: str, after: str, search: Search, key: str
) -> None:
    content = before.replace("KEY", key)
    framing = framing_of(content)
    payload = Payload(
        content,
        media_type=media_type,
        value=read_json(content),
        framing=framing.name if framing else None,
    )
    revision = revise_text_body(content, payload, no_deltas, search)
    assert splice(content, revision.edits) == after
    places = [content[find.offset :].startswith(find.text) for find in revision.found]
    assert places == [True] * before.count("KEY") + [True] * before.count('"token"')


def test_a_hit_may_take_lines_of_a_stream() -> None:
    def find(_: Kind, __: str, text: str) -> list[Hit]:
        return [Hit(Span(*found.span()), "CUT") for found in re.finditer("KE\\nY", text)]

    content = "event: e\ndata: a KE\nid: 1\ndata: Y b\n\ndata: c\n\n"
    payload = Payload(content, framing="sse")
    revision = revise_text_body(content, payload, no_deltas, Search(find))
    assert splice(content, revision.edits) == "event: e\ndata: a CUT b\nid: 1\n\ndata: c\n\n"


def _frame(payload: str) -> bytes:
    name, value = b":event-type", b"chunk"
    header = len(name).to_bytes() + name + b"\x07" + len(value).to_bytes(2) + value
    return spell_frame(header, payload.encode())


def test_revise_binary_stream(search: Search, key: str) -> None:
    frames = [_frame('{"a": "b"}'), _frame(f'{{"a": "{key}"}}')]
    new, revision = revise_binary_stream(b"".join(frames), Payload(), AWS, no_deltas, search)
    assert new == frames[0] + _frame('{"a": "CUT"}')
    assert [(find.location, find.offset) for find in revision.found] == [
        ("event[1] › a", len(frames[0]))
    ]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param("data: x\n\n", "sse", id="server-sent events"),
        pytest.param('{"a": 1}\n{"b": 2}\n', "ndjson", id="lines"),
        pytest.param(_frame("{}"), "aws-event-stream", id="frames"),
        pytest.param("text", None, id="none"),
        pytest.param(b"\x00", None, id="none of bytes"),
    ],
)
def test_framing_of(content: str | bytes, name: str | None) -> None:
    framing = framing_of(content)
    assert (framing and framing.name) == name
