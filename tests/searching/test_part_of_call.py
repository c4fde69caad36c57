from collections.abc import Callable

import pytest

from cassette_cli.model import Cassette
from cassette_cli.reading import read_interactions
from cassette_cli.searching.part_of_call import PartOfCall, PartsOfCall
from cassette_cli.texts.leaf import Kind


@pytest.mark.parametrize(
    ("kind", "location", "text", "part"),
    [
        pytest.param(Kind.URL, "request.url", "https://x", PartOfCall.URL, id="URL"),
        pytest.param(Kind.HEADER, "request.headers.A", "b", PartOfCall.HEADERS, id="header"),
        pytest.param(Kind.FIELD, "recorded_at", "today", PartOfCall.BODY, id="another field"),
        pytest.param(Kind.FIELD, "request.body › model", "x", PartOfCall.BODY, id="a setting"),
        pytest.param(Kind.FIELD, "response.body › id", "x", PartOfCall.BODY, id="an id"),
        pytest.param(Kind.FIELD, "response.body › a", "Bonjour !", PartOfCall.ANSWER, id="answer"),
        pytest.param(Kind.FIELD, "request.body › a", "Bonjour !", PartOfCall.BODY, id="its side"),
        pytest.param(
            Kind.FIELD,
            "response.body › a",
            "<p>Bonjour !</p>\n" * 9,
            PartOfCall.BODY,
            id="by chance",
        ),
    ],
)
def test_the_part_that_a_text_is(
    kind: Kind,
    location: str,
    text: str,
    part: PartOfCall,
    read_sample: Callable[[str], Cassette],
) -> None:
    (reading, *_) = read_interactions(read_sample("go-vcr/openai-chat-plain.yaml"))
    assert PartsOfCall(reading).part_of(kind, location, text) is part
