from collections.abc import Callable, Iterator

from cassette_cli.document import Intent, Scalar, SetValue
from cassette_cli.model import Cassette
from cassette_cli.rewriting.fix import fix

_TEXT = "- request: {method: get, url: 'http://a/'}\n  response: {status_code: 200, body: b}\n"


def _capital_methods(cassette: Cassette) -> Iterator[Intent]:
    for interaction in cassette.interactions:
        node = interaction.sources["request.method"]
        assert isinstance(node, Scalar)
        yield SetValue(node, node.value.upper())
        yield SetValue(node, node.value.upper())


def test_a_fix_that_is_proposed_twice_is_made_once(rewritten: Callable[..., str]) -> None:
    assert rewritten(_TEXT, fix(_capital_methods)) == _TEXT.replace("get", "GET")


def test_nothing_to_fix(rewritten: Callable[..., str]) -> None:
    assert rewritten(_TEXT, fix(lambda _: ())) == _TEXT
