from collections.abc import Callable

import pytest

from cassette_cli.editing.add_like import AddLike, NumberAll, NumberLast
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.interaction_list import interaction_lists
from cassette_cli.rewriting.rewrite import rewrite

_FIRST = """\
- id: 0
  request: {url: https://example.com/a, method: GET, headers: {}}
  response: {body: a, code: 200, headers: {}}
"""
_SECOND = _FIRST.replace("id: 0", "id: 1").replace("/a", "/b")
_CASSETTE = f"version: 2\ninteractions:\n{_FIRST}{_SECOND}"


def test_a_copy_is_appended_and_numbered(cassette_of: Callable[..., Cassette]) -> None:
    copy = _FIRST.replace("id: 0", "id: 2")
    rewritten = rewrite(cassette_of(_CASSETTE), [AddLike(0), NumberLast()])
    assert rewritten.text == _CASSETTE + copy
    assert rewritten.told == "1 interaction added, 1 id set"


def test_what_has_no_ids_needs_none(cassette_of: Callable[..., Cassette]) -> None:
    cassette = _CASSETTE.replace("- id: 0\n  ", "- ").replace("- id: 1\n  ", "- ")
    cassette = cassette.replace("version: 2", "version: 1")
    rewritten = rewrite(cassette_of(cassette), [AddLike(1), NumberLast()])
    assert rewritten.told == "1 interaction added"
    assert rewritten.text.endswith(
        "/b, method: GET, headers: {}}\n  response: {body: a, code: 200, headers: {}}\n"
    )


def test_every_copy_says_the_same(sample: Cassette) -> None:
    for interaction in sample.interactions:
        if not interaction_lists(sample):
            with pytest.raises(EditError, match="holds one interaction"):
                rewrite(sample, [AddLike(interaction.index)])
            continue
        after = rewrite(sample, [AddLike(interaction.index), NumberLast()]).cassette.interactions
        assert after[:-1] == sample.interactions
        assert after[-1].request == interaction.request
        assert after[-1].response == interaction.response


def test_a_copy_goes_where_it_is_wanted(cassette_of: Callable[..., Cassette]) -> None:
    rewritten = rewrite(cassette_of(_CASSETTE), [AddLike(1, at=0), NumberAll()])
    first, second, third = _SECOND.replace("1", "0", 1), _FIRST.replace("0", "1", 1), _SECOND
    assert rewritten.text.endswith(f"{first}{second}{third.replace('1', '2', 1)}")
    assert rewritten.origins == (None, 0, 1)
