import gzip
import json
from base64 import b64encode
from collections.abc import Callable

import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.exchange import decode_exchange
from cassette_cli.model import Cassette, header_value
from cassette_cli.reading import Reading
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.replace_text import ReplaceText, read_replacement
from cassette_cli.rewriting.rewrite import rewrite
from cassette_cli.transcript import Text

_FORM = "{Content-Type: [application/x-www-form-urlencoded]}"


def _vcrpy(url: str, body: str, headers: str = "{}") -> str:
    return f"""\
interactions:
- request:
    body: {body}
    headers: {headers}
    method: POST
    uri: {url}
  response: {{body: {{string: ''}}, headers: {{}}, status: {{code: 200, message: OK}}}}
version: 1
"""


@pytest.mark.parametrize(
    ("text", "replacement"),
    [
        pytest.param("a=b", ("a", "b"), id="two words"),
        pytest.param("a=", ("a", ""), id="by nothing"),
        pytest.param(r"a\=b=c=d", ("a=b", "c=d"), id="an equals sign in the first"),
    ],
)
def test_read_replacement(text: str, replacement: tuple[str, str]) -> None:
    assert read_replacement(text) == ReplaceText(*replacement)


@pytest.mark.parametrize("text", ["", "a", "=b", r"a\=b"])
def test_what_replaces_nothing(text: str) -> None:
    with pytest.raises(CassetteError, match="replaces nothing"):
        read_replacement(text)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        pytest.param(
            "api.a", "b:80", _vcrpy("http://api.a/v1", ""), _vcrpy("http://b:80/v1", ""), id="a URL"
        ),
        pytest.param(
            "a b",
            "c/d",
            _vcrpy("http://h/a%20b?q=a+b", ""),
            _vcrpy("http://h/c%2Fd?q=c%2Fd", ""),
            id="a URL that is encoded",
        ),
        pytest.param(
            "cat",
            "a&b c",
            _vcrpy("http://h/cat?q=cat", ""),
            _vcrpy("http://h/a&b%20c?q=a%26b+c", ""),
            id="what a URL cannot hold",
        ),
        pytest.param(
            "x=1",
            "y=2",
            _vcrpy("http://h/?x=1", ""),
            _vcrpy("http://h/?y=2", ""),
            id="a parameter with its name",
        ),
        pytest.param(
            "h", "<H>", _vcrpy("http://h/", ""), _vcrpy("<H>ttp://<H>/", ""), id="a placeholder"
        ),
        pytest.param(
            "cat",
            'the "dog"',
            _vcrpy("http://h/", """'{"a": "cat", "b": "{\\"cat\\": 1}", "n": 1.50}'"""),
            _vcrpy(
                "http://h/",
                """'{"a": "the \\"dog\\"", "b": "{\\"the \\\\\\"dog\\\\\\"\\": 1}", "n": 1.50}'""",
            ),
            id="in JSON, in JSON in its strings, and in names",
        ),
        pytest.param(
            "é",
            "e",
            _vcrpy("http://h/", """'{"a": "\\u00e9"}'"""),
            _vcrpy("http://h/", """'{"a": "e"}'"""),
            id="an escape of JSON",
        ),
        pytest.param(
            "cat",
            "a&b",
            _vcrpy("http://h/", "q=cat", _FORM),
            _vcrpy("http://h/", "q=a%26b", _FORM),
            id="in a form",
        ),
        pytest.param(
            "POST",
            "GET",
            _vcrpy("http://h/", "x", "{POST: [POST]}"),
            _vcrpy("http://h/", "x", "{POST: [POST]}"),
            id="neither in the method nor in headers",
        ),
        pytest.param(
            "cat",
            "mouse",
            _vcrpy("http://h/", "a cat", "{Content-Length: ['5']}"),
            _vcrpy("http://h/", "a mouse", "{Content-Length: ['7']}"),
            id="a length that was right",
        ),
        pytest.param(
            "cat",
            "mouse",
            _vcrpy("http://h/", "a cat", "{Content-Length: ['6']}"),
            _vcrpy("http://h/", "a mouse", "{Content-Length: ['6']}"),
            id="a length that was wrong",
        ),
    ],
)
def test_replace(old: str, new: str, before: str, after: str, edited: Callable[..., str]) -> None:
    assert edited(before, ReplaceText(old, new)) == after


def test_copies_that_a_recorder_keeps(edited: Callable[..., str]) -> None:
    before = """\
version: 2
interactions:
- id: 0
  request:
    host: cat.org
    remote_addr: cat.org
    request_uri: /cat
    form: {cat: [cat]}
    url: http://cat.org/cat
    method: GET
  response: {code: 200, status: 200 cat, duration: 1s}
"""
    after = before.replace("host: cat", "host: dog").replace("/cat", "/dog")
    after = after.replace("[cat]", "[dog]").replace("//cat", "//dog")
    assert edited(before, ReplaceText("cat", "dog")) == after


def test_a_text_that_a_stream_cuts(read_sample: Callable[[str], Cassette]) -> None:
    sample = read_sample("go-vcr/openai-chat-streamed.yaml")
    (text,) = _texts(sample)
    old, new = text[2:-2], "X" * len(text)
    after = rewrite(sample, [InEach(ReplaceText(old, new))]).cassette
    assert _texts(after) == [text.replace(old, new)]
    before_events, events = (
        decode_exchange(one.interactions[0]).response.events for one in (sample, after)
    )
    assert len(events) == len(before_events)


def _texts(cassette: Cassette) -> list[str]:
    conversation = Reading(cassette.interactions[0]).conversation
    assert conversation is not None
    return [
        part.content
        for message in conversation.completion.messages
        for part in message.parts
        if isinstance(part, Text)
    ]


def test_a_compressed_body(cassette_of: Callable[..., Cassette]) -> None:
    packed = gzip.compress(json.dumps({"a": "cat"}).encode(), mtime=0)
    headers = f"{{Content-Encoding: [gzip], Content-Length: ['{len(packed)}']}}"
    body = f"!!binary {b64encode(packed).decode()}"
    step = ReplaceText("cat", "a mouse and a cat")
    after = rewrite(cassette_of(_vcrpy("http://h/", body, headers)), [InEach(step)]).cassette
    request = after.interactions[0].request
    assert request.body is not None
    assert isinstance(request.body.content, bytes)
    assert gzip.decompress(request.body.content) == b'{"a": "a mouse and a cat"}'
    assert header_value(request.headers, "content-length") == str(len(request.body.content))


def test_no_sample_keeps_the_text(sample: Cassette) -> None:
    after = rewrite(sample, [InEach(ReplaceText("openai", "acme"))])
    for before_one, one in zip(sample.interactions, after.cassette.interactions, strict=True):
        before_exchange, exchange = decode_exchange(before_one), decode_exchange(one)
        assert one.request.url == before_one.request.url.replace("openai", "acme")
        for before_payload, payload in (
            (before_exchange.request, exchange.request),
            (before_exchange.response, exchange.response),
        ):
            content = before_payload.content
            if isinstance(content, str):
                assert payload.content == content.replace("openai", "acme")
    assert rewrite(after.cassette, [InEach(ReplaceText("openai", "acme"))]).text == after.text
