from collections.abc import Callable

import pytest

from cassette_cli.editing.message_form import read_message, write_message
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite

_CASSETTE = """\
interactions:
- request:
    method: POST
    uri: https://example.com/a
    body: '{"n":1}'
    headers:
      Content-Length: ['7']
      :authority: [example.com]
  response:
    status: {code: 200, message: OK}
    headers:
      Content-Length: ['2']
      Set-Cookie: [a=1, b=2]
      X-Note: ["two\\nlines"]
      X-Empty: ['']
    body: {string: hi}
"""
_REQUEST = """\
POST https://example.com/a
Content-Length: 7
:authority: example.com

{
  "n": 1
}
"""
_RESPONSE = """\
HTTP 200 OK
Content-Length: 2
Set-Cookie: a=1
Set-Cookie: b=2
X-Note: two
 lines
X-Empty:\x20

hi
"""


def _message(cassette: Cassette, side: str, index: int = 0) -> HttpMessage:
    return HttpMessage(Reading(cassette.interactions[index]), side)


def _saved(cassette: Cassette, side: str, form: str) -> Cassette:
    steps = read_message(_message(cassette, side), form)
    return rewrite(cassette, map(InEach, steps)).cassette


def _edited(cassette: Cassette, side: str, before: str, after: str) -> str:
    form = write_message(_message(cassette, side))
    assert before in form
    return _saved(cassette, side, form.replace(before, after, 1)).document.text


@pytest.mark.parametrize(
    ("side", "form"),
    [
        pytest.param("request", _REQUEST, id="request"),
        pytest.param("response", _RESPONSE, id="response"),
    ],
)
def test_write_message(cassette_of: Callable[[str], Cassette], side: str, form: str) -> None:
    message = _message(cassette_of(_CASSETTE), side)
    assert write_message(message) == form
    assert list(read_message(message, form)) == []


@pytest.mark.parametrize("side", ["request", "response"])
def test_saved_as_it_is_no_byte_changes(sample: Cassette, side: str) -> None:
    for interaction in sample.interactions:
        message = _message(sample, side, interaction.index)
        assert list(read_message(message, write_message(message))) == []


@pytest.mark.parametrize(
    ("side", "before", "after", "change"),
    [
        pytest.param("request", "POST", "PUT", ("POST", "PUT"), id="the method"),
        pytest.param("request", "/a", "/b", ("com/a", "com/b"), id="the URL"),
        pytest.param(
            "request", "ity: example.com", "ity: x", ("[example.com]", "[x]"), id="of HTTP/2"
        ),
        pytest.param("request", '"n": 1', '"n": 2', ('"n":1', '"n":2'), id="the body"),
        pytest.param(
            "response",
            "200 OK",
            "404 OK",
            ("200, message: OK", "404, message: Not Found"),
            id="the code brings its reason",
        ),
        pytest.param("response", "OK", "Fine", ("OK", "Fine"), id="the reason"),
        pytest.param("response", "b=2", "c=3", ("b=2", "c=3"), id="one value of a header"),
        pytest.param(
            "response", "X-Empty:\x20\n", "", ("      X-Empty: ['']\n", ""), id="a header less"
        ),
        pytest.param(
            "response",
            "two\n lines",
            "one line",
            ('"two\\nlines"', '"one line"'),
            id="a long header",
        ),
    ],
)
def test_changes(
    cassette_of: Callable[[str], Cassette],
    side: str,
    before: str,
    after: str,
    change: tuple[str, str],
) -> None:
    edited = _edited(cassette_of(_CASSETTE), side, before, after)
    assert edited == _CASSETTE.replace(*change, 1)


def test_everything_at_once(cassette_of: Callable[[str], Cassette]) -> None:
    form = """\
HTTP 404
Content-Length: 2
X-New: a

hello
"""
    after = _saved(cassette_of(_CASSETTE), "response", form)
    expected = form.replace("Length: 2", "Length: 5")
    assert write_message(_message(after, "response")) == expected


@pytest.mark.parametrize(
    ("side", "before", "after", "message"),
    [
        pytest.param("request", "POST https", "POST", "not a request line", id="no URL"),
        pytest.param("response", "HTTP 200", "200", "not a status line", id="no status line"),
        pytest.param("response", "X-Empty:", "X-Empty", "is not a header", id="no colon"),
        pytest.param("response", "Set-Cookie: a", "set-cookie: a", "keeps its cap", id="letters"),
        pytest.param(
            "request",
            "Content-Length: 7\n:authority: example.com",
            ":authority: example.com\nContent-Length: 7",
            "another order",
            id="another order",
        ),
    ],
)
def test_mistakes(
    cassette_of: Callable[[str], Cassette], side: str, before: str, after: str, message: str
) -> None:
    cassette = cassette_of(_CASSETTE)
    with pytest.raises(EditError, match=message):
        _edited(cassette, side, before, after)


def test_a_body_that_is_no_text_is_left_out(cassette_of: Callable[[str], Cassette]) -> None:
    cassette = cassette_of(_CASSETTE.replace("string: hi", "string: !!binary AAEC"))
    message = _message(cassette, "response")
    form = write_message(message)
    assert form == _RESPONSE.replace("\nhi\n", "")
    with pytest.raises(EditError, match="no body that could be edited"):
        list(read_message(message, f"{form}\nhello\n"))
