from collections.abc import Callable

import pytest

from cassette_cli.editing.json_path import assign_in_body
from cassette_cli.editing.side import response_side
from cassette_cli.errors import CassetteError
from cassette_cli.exchange import decode_exchange
from cassette_cli.model import Cassette
from cassette_cli.rewriting.operation import Operation, Step

_CASSETTE = """\
interactions:
- request: {method: GET, uri: https://example.com/, headers: {}, body: null}
  response:
    status: {code: 200, message: OK}
    headers: {}
    body:
      string: '{"a" : [{"b": 1.0}, {"b": "x"}], "c": null}'
"""


def _assign(query: str, text: str) -> Operation:
    def operation(cassette: Cassette) -> Step:
        side = response_side(decode_exchange(cassette.interactions[0]))
        return Step(tuple(assign_in_body(side, query, text)))

    return operation


@pytest.mark.parametrize(
    ("query", "text", "before", "after"),
    [
        pytest.param("$.a[0].b", "2", "1.0", "2", id="a number"),
        pytest.param("$.a[1].b", "2", '"x"', '"2"', id="a text stays a text"),
        pytest.param("$.a[0].b", "one", "1.0", '"one"', id="what is no JSON is text"),
        pytest.param("$.c", "null", "null", "null", id="the same value"),
        pytest.param("$.c", '{"d": [1]}', ": null}'", """: {"d" : [1]}}'""", id="an object"),
        pytest.param("$..b", "2", '1.0}, {"b": "x"', '2}, {"b": "2"', id="several places"),
        pytest.param("$.a[?@.b=='x'].b", "y", '"x"', '"y"', id="a filter"),
    ],
)
def test_assign(edited: Callable[..., str], query: str, text: str, before: str, after: str) -> None:
    assert edited(_CASSETTE, _assign(query, text)) == _CASSETTE.replace(before, after)


@pytest.mark.parametrize(
    ("cassette", "query", "message"),
    [
        pytest.param(_CASSETTE, "$.d", "nothing at", id="no such place"),
        pytest.param(_CASSETTE, "$[", "not a JSONPath", id="no path"),
        pytest.param(_CASSETTE.replace("'{", "'-{"), "$.a", "is no JSON", id="no JSON"),
    ],
)
def test_what_cannot_be_assigned(
    edited: Callable[..., str], cassette: str, query: str, message: str
) -> None:
    with pytest.raises(CassetteError, match=message):
        edited(cassette, _assign(query, "1"))
