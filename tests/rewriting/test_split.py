from collections.abc import Callable
from dataclasses import replace

from cassette_cli.model import Cassette
from cassette_cli.rewriting.split import split

_HEAD = """\
---
http_interactions:
"""
_FIRST = """\
- request: {method: get, uri: 'http://a/'} # first
  response: {status: {code: 200}}
"""
_SECOND = """\
- request: {method: get, uri: 'http://b/'}
  response: {status: {code: 404}}
"""
_TAIL = """\
recorded_with: VCR 6.0.0
"""


def test_what_stands_around_is_in_each(cassette_of: Callable[..., Cassette]) -> None:
    parts = list(split(cassette_of(_HEAD + _FIRST + _SECOND + _TAIL)))
    assert parts == [_HEAD + _FIRST + _TAIL, _HEAD + _SECOND + _TAIL]


def test_parts_of_a_sample(sample: Cassette, cassette_of: Callable[..., Cassette]) -> None:
    texts = list(split(sample))
    assert len(texts) == len(sample.interactions)
    for text, interaction in zip(texts, sample.interactions, strict=True):
        assert cassette_of(text).interactions == (replace(interaction, index=0),)
    if len(texts) == 1:
        assert texts == [sample.document.text]
