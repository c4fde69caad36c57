from collections.abc import Callable

import pytest

from cassette_cli.editing.added_copy import add_like, number_last
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.operation import rewrite

_FIRST = """\
- id: 0
  request: {url: https://example.com/a, method: GET, headers: {}}
  response: {body: a, code: 200, headers: {}}
"""
_SECOND = _FIRST.replace("id: 0", "id: 1").replace("/a", "/b")
_CASSETTE = f"version: 2\ninteractions:\n{_FIRST}{_SECOND}"


def test_a_copy_is_appended_and_numbered(edited: Callable[..., str]) -> None:
    copy = _FIRST.replace("id: 0", "id: 2")
    assert edited(_CASSETTE, add_like(0), number_last) == _CASSETTE + copy


def test_what_has_no_ids_needs_none(edited: Callable[..., str]) -> None:
    cassette = _CASSETTE.replace("- id: 0\n  ", "- ").replace("- id: 1\n  ", "- ")
    cassette = cassette.replace("version: 2", "version: 1")
    assert edited(cassette, add_like(1), number_last).endswith(
        "/b, method: GET, headers: {}}\n  response: {body: a, code: 200, headers: {}}\n"
    )


def test_every_copy_says_the_same(sample: Cassette) -> None:
    for interaction in sample.interactions:
        if sample.format in ("one-interaction", "one-response"):
            with pytest.raises(EditError, match="holds one interaction"):
                rewrite(sample, [add_like(interaction.index)])
            continue
        after = rewrite(sample, [add_like(interaction.index), number_last]).cassette.interactions
        assert after[:-1] == sample.interactions
        assert after[-1].request == interaction.request
        assert after[-1].response == interaction.response
