from collections.abc import Callable
from dataclasses import replace

import pytest

from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.drop_header import DropHeader
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite
from cassette_cli.rewriting.set_header import SetHeader

_CASSETTE = """\
interactions:
- request: {headers: {X-A: [a], X-B: [b]}, method: GET, uri: 'http://a/'}
  response: {headers: {X-A: [a]}, status: {code: 200, message: OK}}
- request: {headers: {X-A: [a]}, method: GET, uri: 'http://a/'}
  response: {headers: {}, status: {code: 200, message: OK}}
"""
_DROP = DropHeader(HeaderTarget("X-A"))


@pytest.mark.parametrize(
    ("positions", "after", "told"),
    [
        pytest.param(
            None,
            _CASSETTE.replace("X-A: [a], ", "").replace("X-A: [a]", ""),
            "3 headers dropped",
            id="in all",
        ),
        pytest.param(
            frozenset((1,)),
            "X-A".join(_CASSETTE.rsplit("X-A: [a]", 1)).replace("{X-A}", "{}"),
            "1 header dropped",
            id="in one",
        ),
        pytest.param(frozenset(), _CASSETTE, "", id="in none"),
    ],
)
def test_in_each(
    cassette_of: Callable[..., Cassette],
    positions: frozenset[int] | None,
    after: str,
    told: str,
) -> None:
    rewritten = rewrite(cassette_of(_CASSETTE), [InEach(_DROP, positions)])
    assert (rewritten.text, rewritten.told) == (after, told)


def test_errors_name_the_interaction(cassette_of: Callable[..., Cassette]) -> None:
    step = SetHeader(HeaderTarget("X-C", "response"), "c")
    with pytest.raises(EditError, match=r"^t\.yaml:4: the response has no headers"):
        rewrite(cassette_of(_CASSETTE.replace("headers: {}", "headers: null")), [InEach(step)])


def test_the_other_interactions_have_to_be_as_before(cassette_of: Callable[..., Cassette]) -> None:
    before = cassette_of(_CASSETTE)
    after = cassette_of(_CASSETTE.replace("{X-A: [a]}", "{}"))
    alone = replace(before, interactions=(before.interactions[0], after.interactions[1]))
    assert InEach(_DROP, frozenset((1,))).holds(before, alone)
    assert not InEach(_DROP, frozenset((1,))).holds(before, after)
    assert not InEach(_DROP, frozenset((0,))).holds(before, after)


def test_no_interaction_may_get_lost(cassette_of: Callable[..., Cassette]) -> None:
    before = cassette_of(_CASSETTE)
    less = replace(before, interactions=before.interactions[:1])
    assert not InEach(_DROP, frozenset()).holds(before, less)
