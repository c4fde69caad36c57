from collections.abc import Callable
from dataclasses import replace

import pytest
import yaml

from cassette_cli.document import Syntax
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.interaction_list import interaction_list
from cassette_cli.rewriting.keep import Keep
from cassette_cli.rewriting.rewrite import rewrite

_GO_VCR = """\
---
version: 2
interactions:
    # the first
    - id: 0
      request: {url: 'http://a/0', method: GET}
      response: {code: 200}
    - id: 1 # counted
      request: {url: 'http://a/1', method: GET}
      response: {code: 200}
    - id: 2
      request: {url: 'http://a/2', method: GET}
      response: {code: 200}
"""
_VCRPY_FLOW = (
    '{"interactions": [{"request": {"uri": "http://a/0", "method": "GET"}, "response": {}},'
    ' {"request": {"uri": "http://a/1", "method": "GET"}, "response": {}}], "version": 1}'
)


@pytest.mark.parametrize(
    ("before", "kept", "after"),
    [
        pytest.param(_GO_VCR, {0, 1, 2}, _GO_VCR, id="all"),
        pytest.param(
            _GO_VCR,
            {1, 2},
            """\
---
version: 2
interactions:
    # the first
    - id: 0 # counted
      request: {url: 'http://a/1', method: GET}
      response: {code: 200}
    - id: 1
      request: {url: 'http://a/2', method: GET}
      response: {code: 200}
""",
            id="ids are renumbered, comments above the list stay",
        ),
        pytest.param(
            _GO_VCR,
            {0},
            """\
---
version: 2
interactions:
    # the first
    - id: 0
      request: {url: 'http://a/0', method: GET}
      response: {code: 200}
""",
            id="the first alone",
        ),
        pytest.param(_VCRPY_FLOW, set(), '{"interactions": [], "version": 1}', id="none, in JSON"),
        pytest.param(
            _VCRPY_FLOW,
            {1},
            '{"interactions": [{"request": {"uri": "http://a/1", "method": "GET"}, "response": {}}]'
            ', "version": 1}',
            id="the last, in JSON",
        ),
    ],
)
def test_keep(
    cassette_of: Callable[..., Cassette], before: str, kept: set[int], after: str
) -> None:
    assert rewrite(cassette_of(before), [Keep(frozenset(kept))]).text == after


@pytest.mark.parametrize(
    "name", ["one-interaction/openai-chat-plain.json", "one-response/openai-chat-plain.json"]
)
def test_a_format_of_one_interaction_refuses(
    name: str, read_sample: Callable[[str], Cassette]
) -> None:
    cassette = read_sample(name)
    with pytest.raises(EditError, match="holds one interaction"):
        rewrite(cassette, [Keep(frozenset())])


def test_an_anchor_that_others_need_is_not_dropped(cassette_of: Callable[..., Cassette]) -> None:
    before = """\
interactions:
- request: &r {uri: 'http://a/', method: GET}
  response: {}
- request: *r
  response: {}
"""
    with pytest.raises(EditError):
        rewrite(cassette_of(before), [Keep(frozenset((1,)))])
    after = rewrite(cassette_of(before), [Keep(frozenset((0,)))])
    assert after.text == before.partition("- request: *r")[0]
    assert after.told == "1 interaction dropped"


def test_every_interaction_of_a_sample_can_stand_alone(sample: Cassette) -> None:
    if interaction_list(sample) is None:
        return
    for interaction in sample.interactions:
        alone = rewrite(sample, [Keep(frozenset((interaction.index,)))]).cassette
        assert alone.interactions == (replace(interaction, index=0),)
        document = alone.document
        if document.syntax is Syntax.YAML:
            assert yaml.compose(document.text, Loader=yaml.CSafeLoader) is not None
