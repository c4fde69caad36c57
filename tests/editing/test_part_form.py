from collections.abc import Callable

import pytest

from cassette_cli.editing.part import Part
from cassette_cli.editing.part_form import close_part, open_part, usual_part
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading, read_interactions
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite

_CHAT = "go-vcr/openai-chat-multi-tool-streaming.yaml"


@pytest.mark.parametrize("part", Part)
def test_saved_as_it_is_no_byte_changes(sample: Cassette, part: Part) -> None:
    for reading in read_interactions(sample):
        try:
            form = open_part(reading, part)
        except EditError as error:
            assert error.message.endswith(("is not text", "could be edited", "no transcript"))  # noqa: PT017 -- not every interaction has every part
            continue
        chosen = frozenset((reading.index,))
        steps = [InEach(step, chosen) for step in close_part(reading, part, form.text)]
        assert rewrite(sample, steps).cassette is sample


@pytest.mark.parametrize(
    ("part", "side", "suffix", "begins"),
    [
        pytest.param(Part.TRANSCRIPT, "response", ".txt", "%% answer\n", id="transcript"),
        pytest.param(Part.REQUEST, "request", ".http", "POST https://", id="request"),
        pytest.param(Part.RESPONSE, "response", ".http", "HTTP 200 OK\n", id="response"),
        pytest.param(Part.REQUEST_BODY, "request", ".json", "{\n  ", id="body of the request"),
        pytest.param(Part.RESPONSE_BODY, "response", ".txt", "data: ", id="body of the response"),
    ],
)
def test_open_part(
    read_sample: Callable[[str], Cassette], part: Part, side: str, suffix: str, begins: str
) -> None:
    form = open_part(Reading(read_sample(_CHAT).interactions[0]), part)
    assert part.side == side
    assert form.suffix == suffix
    assert form.text.startswith(begins)
    assert form.explanation


@pytest.mark.parametrize(
    ("name", "index", "part"),
    [
        pytest.param(_CHAT, 0, Part.TRANSCRIPT, id="an answer"),
        pytest.param("vcrpy/openai-responses-error.yaml", 0, Part.TRANSCRIPT, id="an error"),
    ],
)
def test_usual_part(
    read_sample: Callable[[str], Cassette], name: str, index: int, part: Part
) -> None:
    assert usual_part(Reading(read_sample(name).interactions[index])) == part


def test_usual_part_of_what_is_no_model_call(cassette_of: Callable[[str], Cassette]) -> None:
    cassette = cassette_of(
        """\
interactions:
- request: {method: GET, uri: https://example.com/}
  response: {status: {code: 200}, headers: {}, body: {string: hello}}
"""
    )
    assert usual_part(Reading(cassette.interactions[0])) == Part.RESPONSE_BODY


def test_an_edited_part_is_put_back(read_sample: Callable[[str], Cassette]) -> None:
    cassette = read_sample(_CHAT)
    reading = Reading(cassette.interactions[0])
    for part in Part:
        text = open_part(reading, part).text
        text = text.replace("kimi-k2", "kimi-k3").replace("200 OK", "201 Created")
        steps = [InEach(step, frozenset((0,))) for step in close_part(reading, part, text)]
        after = rewrite(cassette, steps).cassette.interactions[0]
        assert open_part(Reading(after), part).text == text
