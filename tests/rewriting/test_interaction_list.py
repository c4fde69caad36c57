from collections.abc import Callable

import pytest

from cassette_cli.document import Scalar, SetLiteral
from cassette_cli.model import Cassette
from cassette_cli.rewriting.interaction_list import interaction_list, renumbering

_GO_VCR = """\
version: 2
other: []
interactions:
- id: 0
  request: {url: 'http://a/', method: GET}
  response: {code: 200}
- id: 4
  request: {url: 'http://b/', method: GET}
  response: {code: 200}
"""
_POLLY = """\
log:
  version: "1.2"
  entries:
  - {_id: a, _order: 0, request: {url: 'http://a/', method: GET}, response: {status: 200}}
  - {_id: b, _order: 3, request: {url: 'http://b/', method: GET}, response: {status: 200}}
"""
_VCRPY = """\
interactions:
- request: {uri: 'http://a/', method: GET}
  response: {}
"""


def test_the_list_of_the_interactions(cassette_of: Callable[..., Cassette]) -> None:
    cassette = cassette_of(_GO_VCR)
    listed = interaction_list(cassette)
    assert listed is not None
    assert listed.items[1].start == _GO_VCR.index("id: 4")


@pytest.mark.parametrize(
    "name", ["one-interaction/openai-chat-plain.json", "one-response/openai-chat-plain.json"]
)
def test_a_file_of_one_interaction_has_no_list(
    name: str, read_sample: Callable[[str], Cassette]
) -> None:
    assert interaction_list(read_sample(name)) is None


def test_a_cassette_without_interactions_has_no_list(
    cassette_of: Callable[..., Cassette],
) -> None:
    assert interaction_list(cassette_of("interactions: []\nversion: 1\n")) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param(_GO_VCR, ["1"], id="a right id stays"),
        pytest.param(_VCRPY, [], id="no ids"),
        pytest.param(_POLLY, ["0"], id="of the same request, those of Polly.js are counted"),
    ],
)
def test_renumbering(cassette_of: Callable[..., Cassette], text: str, numbers: list[str]) -> None:
    cassette = cassette_of(text)
    intents = list(renumbering(cassette.interactions))
    assert all(isinstance(each, SetLiteral) for each in intents)
    assert [each.text for each in intents if isinstance(each, SetLiteral)] == numbers
    assert all(isinstance(one.sources.get("id"), Scalar | None) for one in cassette.interactions)
