from collections.abc import Callable

import pytest
import yaml

from cassette_cli.document import Syntax
from cassette_cli.model import Cassette
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.literal_bodies import LiteralBodies
from cassette_cli.rewriting.rewrite import rewrite

_LONG = "word " * 20 + "end"


def _vcrpy(body: str) -> str:
    return f"""\
interactions:
- request: {{body: null, headers: {{}}, method: GET, uri: 'http://a/'}}
  response:
    body:
      string: {body}
    headers: {{}}
    status: {{code: 200, message: OK}}
version: 1
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("'a\n\n        b'", "|-\n        a\n        b", id="single quotes"),
        pytest.param('"a\\nb\\n"', "|\n        a\n        b", id="double quotes"),
        pytest.param(">\n        a\n\n        b", "|\n        a\n        b", id="folded"),
        pytest.param('" a\\nb"', "|2-\n         a\n        b", id="a blank at the start"),
        pytest.param(_LONG, f"|-\n        {_LONG}", id="a long line"),
    ],
)
def test_literal_bodies(before: str, after: str, edited: Callable[..., str]) -> None:
    assert edited(_vcrpy(before), LiteralBodies()) == _vcrpy(after)
    assert edited(_vcrpy(after), LiteralBodies()) == _vcrpy(after)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("'a'", id="a short line"),
        pytest.param('"a\\n"', id="a line with its break"),
        pytest.param('"a\\r\\nb"', id="what a block cannot hold"),
        pytest.param("!!binary |\n        YQ==", id="base64"),
        pytest.param("5", id="a number"),
    ],
)
def test_what_stays(body: str, edited: Callable[..., str]) -> None:
    assert edited(_vcrpy(body), LiteralBodies()) == _vcrpy(body)


def test_brackets_hold_no_block(edited: Callable[..., str]) -> None:
    text = _vcrpy("x").replace("\n      string: x", ' {string: "a\\nb"}')
    assert edited(text, LiteralBodies()) == text


def test_a_restyled_sample_holds_the_same(sample: Cassette) -> None:
    before, rewritten = sample.document, rewrite(sample, [InEach(LiteralBodies())])
    assert rewritten.cassette.interactions == sample.interactions
    assert rewrite(rewritten.cassette, [InEach(LiteralBodies())]).text == rewritten.text
    if before.syntax is not Syntax.YAML:
        assert rewritten.text == before.text
    else:
        assert _values(rewritten.text) == _values(before.text)


def _values(text: str) -> list[str]:
    """All scalars, as another library reads them."""
    return [
        event.value
        for event in yaml.parse(text, Loader=yaml.CSafeLoader)
        if isinstance(event, yaml.ScalarEvent)
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param('"a\\nb"', "1 body restyled", id="what a block holds"),
        pytest.param('"a\\r\\nb"', "", id="what a block cannot hold"),
    ],
)
def test_what_was_made_is_counted(
    body: str, told: str, cassette_of: Callable[..., Cassette]
) -> None:
    assert rewrite(cassette_of(_vcrpy(body)), [InEach(LiteralBodies())]).told == told
