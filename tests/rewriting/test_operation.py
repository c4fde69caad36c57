from collections.abc import Callable

import pytest

from cassette_cli.document import Delete, Scalar, Sequence, SetValue
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.operation import Step, errors_at, rewrite

_ONE = """\
interactions:
- request: {body: null, headers: {}, method: GET, uri: 'http://a/'}
  response: {body: {string: ''}, headers: {}, status: {code: 200, message: OK}}
version: 1
"""
_OLD = "- request: {method: GET, protocol: http, host: a, path: /}\n  response: {body: b}\n"


def _to(url: str) -> Callable[[Cassette], Step]:
    def operation(cassette: Cassette) -> Step:
        node = cassette.interactions[0].sources["request.url"]
        assert isinstance(node, Scalar)
        notes = (f"was {node.value}",)
        return Step((SetValue(node, url),), notes, lambda after: "bad" not in _url(after))

    return operation


def _url(cassette: Cassette) -> str:
    return cassette.interactions[0].request.url


def test_each_operation_sees_what_the_one_before_left(
    cassette_of: Callable[..., Cassette],
) -> None:
    rewritten = rewrite(cassette_of(_ONE), [_to("http://b/"), _to("http://c/")])
    assert rewritten.notes == ("was http://a/", "was http://b/")
    assert rewritten.text == _ONE.replace("http://a/", "http://c/")


def test_without_an_operation_the_cassette_is_the_same(
    cassette_of: Callable[..., Cassette],
) -> None:
    cassette = cassette_of(_ONE)
    assert rewrite(cassette, []).cassette is cassette


def test_what_does_not_hold_is_refused(cassette_of: Callable[..., Cassette]) -> None:
    with pytest.raises(EditError, match=r"t\.yaml: .* read as something else"):
        rewrite(cassette_of(_ONE), [_to("http://bad/")])


def test_a_file_stays_a_cassette(cassette_of: Callable[..., Cassette]) -> None:
    def empty(cassette: Cassette) -> Step:
        root = cassette.document.root
        assert isinstance(root, Sequence)
        return Step((Delete(root, 0),))

    with pytest.raises(EditError, match="no cassette any more"):
        rewrite(cassette_of(_OLD), [empty])


def test_errors_name_the_line_of_the_interaction(cassette_of: Callable[..., Cassette]) -> None:
    cassette = cassette_of(_ONE)
    with (
        pytest.raises(EditError, match=r"^t\.yaml:2: no way$"),
        errors_at(cassette, cassette.interactions[0]),
    ):
        raise EditError("no way")
