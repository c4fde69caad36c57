from collections.abc import Callable

import pytest

from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.rewriting.http_message import HttpMessage, messages

_CASSETTE = """\
version: 2
interactions:
- id: 0
  request: {url: 'http://a/', method: GET, body: 'q=1', content_length: 3, headers: {A: [b]}}
  response: {code: 200, body: '', headers: {C: [d]}}
"""


def test_the_two_messages(cassette_of: Callable[..., Cassette]) -> None:
    interaction = cassette_of(_CASSETTE).interactions[0]
    request, response = messages(Reading(interaction))
    assert (request.recorded, response.recorded) == (interaction.request, interaction.response)
    assert request.headers == interaction.request.headers
    assert request.stored == interaction.request.body
    assert (request.text, request.payload.content) == ("q=1", "q=1")
    assert request.content_length is interaction.sources["request.content_length"]
    assert response.content_length is None


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param("body: {string: !!binary AAEC}", "the response is not text", id="bytes"),
        pytest.param("body: {string: null}", "the response has no body", id="no body"),
    ],
)
def test_what_has_no_text(cassette_of: Callable[..., Cassette], body: str, message: str) -> None:
    text = f"""\
interactions:
- request: {{uri: 'http://a/', method: GET}}
  response: {{status: {{code: 200}}, headers: {{}}, {body}}}
"""
    response = HttpMessage(Reading(cassette_of(text).interactions[0]), "response")
    with pytest.raises(EditError, match=message):
        _ = response.text
