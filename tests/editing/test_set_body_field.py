from collections.abc import Callable

import pytest

from cassette_cli.editing.set_body_field import SetBodyField
from cassette_cli.errors import CassetteError
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading

_CASSETTE = """\
interactions:
- request: {method: GET, uri: https://example.com/, headers: {}, body: null}
  response:
    status: {code: 200, message: OK}
    headers: {}
    body:
      string: '{"a" : [{"b": 1.0}, {"b": "x"}], "c": null}'
"""


@pytest.mark.parametrize(
    ("query", "text", "before", "after"),
    [
        pytest.param("$.a[0].b", "2", "1.0", "2", id="a number"),
        pytest.param("$.a[1].b", "2", '"x"', '"2"', id="a text stays a text"),
        pytest.param("$.a[0].b", "one", "1.0", '"one"', id="what is not JSON is text"),
        pytest.param("$.c", "null", "null", "null", id="the same value"),
        pytest.param("$.c", '{"d": [1]}', ": null}'", """: {"d" : [1]}}'""", id="an object"),
        pytest.param("$..b", "2", '1.0}, {"b": "x"', '2}, {"b": "2"', id="several places"),
        pytest.param("$.a[?@.b=='x'].b", "y", '"x"', '"y"', id="a filter"),
    ],
)
def test_assign(edited: Callable[..., str], query: str, text: str, before: str, after: str) -> None:
    assert edited(_CASSETTE, SetBodyField("response", query, text)) == _CASSETTE.replace(
        before, after
    )


@pytest.mark.parametrize(
    ("cassette", "query", "message"),
    [
        pytest.param(_CASSETTE, "$.d", "nothing at", id="no such place"),
        pytest.param(_CASSETTE, "$[", "not a JSONPath", id="no path"),
        pytest.param(_CASSETTE.replace("'{", "'-{"), "$.a", "is not JSON", id="no JSON"),
    ],
)
def test_what_cannot_be_assigned(
    edited: Callable[..., str], cassette: str, query: str, message: str
) -> None:
    with pytest.raises(CassetteError, match=message):
        edited(cassette, SetBodyField("response", query, "1"))


def test_another_body_than_the_wanted_does_not_hold(cassette_of: Callable[..., Cassette]) -> None:
    before, after = (
        Reading(cassette_of(text).interactions[0])
        for text in (_CASSETTE, _CASSETTE.replace("1.0", "2"))
    )
    step = SetBodyField("response", "$.a[0].b", "2")
    assert step.holds(before, after)
    assert not step.holds(before, before)
