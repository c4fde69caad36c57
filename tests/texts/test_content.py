"""Bodies of every kind, in a recording of their own."""

import re
from collections.abc import Callable
from typing import TypeAlias

import pytest

from cassette_cli.dialects.dialect import no_deltas
from cassette_cli.exchange import Payload
from cassette_cli.text import Span
from cassette_cli.texts.content import Content, read_content
from cassette_cli.texts.find import Found
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.multipart import Multipart
from cassette_cli.texts.search import Hit, Search
from cassette_cli.texts.stream import BinaryStream, TextStream

_Cut: TypeAlias = Callable[..., tuple[str, list[Found]]]


@pytest.mark.parametrize(
    ("media_type", "before", "after"),
    [
        pytest.param("text/plain", "a KEY b", "a CUT b", id="plain text"),
        pytest.param("", '{"a": "KEY"}', '{"a": "CUT"}', id="JSON"),
        pytest.param("text/html", "<!-- -->\n--KEY", "<!-- -->\n--CUT", id="HTML"),
        pytest.param("", "---\ntitle: KEY\n---\n\nx", "---\ntitle: CUT\n---\n\nx", id="a rule"),
        pytest.param(
            "application/x-www-form-urlencoded", "a=1&b=KEY&c", "a=1&b=CUT&c", id="a form"
        ),
        pytest.param("", "data: KEY\n\n", "data: CUT\n\n", id="data of a stream"),
        pytest.param(
            "",
            ': note\nid: 1\r\ndata: {"a": "KEY"}\r\n\r\ndata: [DONE]\n\n',
            ': note\nid: 1\r\ndata: {"a": "CUT"}\r\n\r\ndata: [DONE]\n\n',
            id="JSON of a stream, line ends and all else stay",
        ),
        pytest.param(
            "", 'data: {"a":\ndata:"KEY"}\n\n', 'data: {"a":\ndata:"CUT"}\n\n', id="data lines"
        ),
        pytest.param(
            "",
            '{"a": "KEY"}\n{"b": 1}\n\n{"token": "x"}',
            '{"a": "CUT"}\n{"b": 1}\n\n{"token": "CUT"}',
            id="NDJSON",
        ),
        pytest.param(
            "",
            '[{"a": "KEY"},\n{"token": "x"}',
            '[{"a": "CUT"},\n{"token": "CUT"}',
            id="a JSON array that is cut off",
        ),
        pytest.param(
            "",
            f'{{"a": "KEY", "b": {"[" * 300}{"]" * 300}}}',
            f'{{"a": "CUT", "b": {"[" * 300}{"]" * 300}}}',
            id="JSON that is nested too deeply",
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
def test_bodies(media_type: str, before: str, after: str, cut_body: _Cut) -> None:
    edited, found = cut_body(before, media_type)
    assert edited == after
    assert len(found) == after.count("CUT")


def test_a_hit_may_take_lines_of_a_stream(cut_body: _Cut) -> None:
    def find(_: Kind, __: str, text: str) -> list[Hit]:
        return [Hit(Span(*found.span()), "CUT") for found in re.finditer("KE\\nY", text)]

    before = "event: e\ndata: a KE\nid: 1\ndata: Y b\n\ndata: c\n\n"
    edited, _ = cut_body(before, search=Search(find))
    assert edited == "event: e\ndata: a CUT b\nid: 1\n\ndata: c\n\n"


@pytest.mark.parametrize(
    ("content", "carrier", "charset"),
    [
        pytest.param("text", None, None, id="text"),
        pytest.param("data: x\n\n", TextStream, None, id="a stream"),
        pytest.param(
            b"\0\0\0\x10\0\0\0\0\x05\xc2\x48\xeb\x7d\x98\xc8\xff",
            BinaryStream,
            "latin-1",
            id="frames",
        ),
        pytest.param(
            b'--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\r\n--B--\r\n',
            Multipart,
            "utf-8",
            id="a form of bytes",
        ),
    ],
)
def test_read_content(content: str | bytes, carrier: type | None, charset: str | None) -> None:
    read = read_content(Payload(content), no_deltas)
    assert (type(read.carrier) if read.carrier else None) == carrier
    assert read.charset == charset


@pytest.mark.parametrize(
    ("content", "text", "charset"),
    [
        pytest.param(b"\x89PNG\x00", "\x89PNG\x00", "latin-1", id="no text: a character a byte"),
        pytest.param(b"a\x00b\x00", "ab", "utf-16-le", id="UTF-16 without a mark"),
        pytest.param(
            b"\xfe\xff\x00a", "\ufeffa", "utf-16-be", id="UTF-16 with a mark, which stays"
        ),
        pytest.param(b"\xff\xfea", "\xff\xfea", "latin-1", id="a mark, and half a character"),
    ],
)
def test_bytes_that_are_no_utf_8(content: bytes, text: str, charset: str) -> None:
    assert read_content(Payload(content), no_deltas) == Content(text, charset=charset)


def test_a_form_is_one_text() -> None:
    payload = Payload("a=1", media_type="application/x-www-form-urlencoded")
    assert read_content(payload, no_deltas) == Content("a=1", Kind.FORM)
