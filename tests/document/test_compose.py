"""Composing events: spans, nesting, aliases; more of it in test_parse.py."""

import pytest
from _ruamel_yaml import CParser

from cassette_cli.document.compose import compose
from cassette_cli.document.nodes import Alias, Mapping, Node, Scalar, Sequence
from cassette_cli.errors import ParseError


def _compose(text: str, max_depth: int = 3) -> tuple[tuple[Node, ...], bool]:
    return compose("a.yaml", iter(CParser(text).get_event, None), max_depth)


def _plain(value: str, start: int) -> Scalar:
    return Scalar(value, "", start, start + len(value))


@pytest.mark.parametrize(
    ("text", "root"),
    [
        pytest.param("a", _plain("a", 0), id="a scalar"),
        pytest.param(
            "a: b\n# c\n",
            Mapping(((_plain("a", 0), _plain("b", 3)),), flow=False, start=0, end=4),
            id="a block mapping ends with its last child",
        ),
        pytest.param(
            "[a, ]",
            Sequence((_plain("a", 1),), flow=True, start=0, end=5),
            id="a flow sequence ends with its bracket",
        ),
        pytest.param("{}", Mapping((), flow=True, start=0, end=2), id="an empty mapping"),
        pytest.param(
            "!t &x 'a'", Scalar("a", "'", 0, 9, "!t", "x"), id="a scalar begins with its tag"
        ),
    ],
)
def test_compose(text: str, root: Node) -> None:
    assert _compose(text) == ((root,), False)


def test_an_alias_is_kept_as_one() -> None:
    roots, aliased = _compose("[&a b, *a]")
    assert aliased
    assert roots[0][0] == (Scalar("b", "", 1, 5, None, "a"), Alias("a", 7, 9))


def test_several_documents_have_several_roots() -> None:
    assert _compose("a\n---\nb\n") == ((_plain("a", 0), _plain("b", 6)), False)


def test_nesting_is_bounded() -> None:
    assert _compose("[[[]]]")
    with pytest.raises(ParseError, match=r"a\.yaml:2: nested more than 3 levels deep"):
        _compose("[[[\n[]]]]")
