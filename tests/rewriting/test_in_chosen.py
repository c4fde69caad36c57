from collections.abc import Callable

import pytest

from cassette_cli.model import Cassette
from cassette_cli.rewriting.drop_header import DropHeader
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.in_chosen import InChosen
from cassette_cli.rewriting.keep import Keep
from cassette_cli.rewriting.rewrite import rewrite

_FIRST = """\
- request: {headers: {X-A: [a]}, method: GET, uri: 'http://a/'}
  response: {headers: {}, status: {code: 200, message: OK}}
"""
_SECOND = _FIRST.replace("GET", "PUT")
_CASSETTE = f"interactions:\n{_FIRST}{_SECOND}"


def _puts(cassette: Cassette) -> list[int]:
    return [one.index for one in cassette.interactions if one.request.method == "PUT"]


@pytest.mark.parametrize(
    ("keep", "after"),
    [
        pytest.param(None, f"interactions:\n{_FIRST}{_SECOND.replace('X-A: [a]', '')}", id="one"),
        pytest.param(
            Keep(frozenset((1,))),
            f"interactions:\n{_SECOND.replace('X-A: [a]', '')}",
            id="wherever it stands by then",
        ),
    ],
)
def test_a_step_is_taken_in_what_is_chosen(
    keep: Keep | None, after: str, cassette_of: Callable[..., Cassette]
) -> None:
    step = InChosen(DropHeader(HeaderTarget("X-A")), _puts)
    rewritten = rewrite(cassette_of(_CASSETTE), [*([keep] if keep else []), step])
    assert rewritten.text == after
    assert "1 header dropped" in rewritten.told
