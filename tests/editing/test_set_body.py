from collections.abc import Callable

import pytest

from cassette_cli.editing.set_body import SetBody, SetBodyJson
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading

_CASSETTE = """\
interactions:
- request: {{method: GET, uri: https://example.com/, body: null}}
  response:
    status: {{code: 200, message: OK}}
    body:
      string: {body}
"""
_DATA = """\
interactions:
- request: {method: GET, uri: https://example.com/, body: null}
  response:
    status: {code: 200, message: OK}
    parsed_body:
      a: 1
      b: [x]
"""


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        pytest.param(SetBody("response", "hello you"), "hello", "hello you", id="a text"),
        pytest.param(
            SetBody("response", '{"b": 2}'), """'{"a": 1}'""", """'{"b": 2}'""", id="JSON as a text"
        ),
        pytest.param(
            SetBodyJson("response", {"a": 1.0, "b": 2}),
            """'{"a":1.0,"b":1}'""",
            """'{"a":1.0,"b":2}'""",
            id="JSON, what is equal as it was spelled",
        ),
    ],
)
def test_a_body_gets_another_content(
    edited: Callable[..., str], step: SetBody | SetBodyJson, before: str, after: str
) -> None:
    assert edited(_CASSETTE.format(body=before), step) == _CASSETTE.format(body=after)


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(SetBody("response", '{"a": 2, "b": ["x"]}'), id="from a text"),
        pytest.param(SetBodyJson("response", {"a": 2, "b": ["x"]}), id="from a value"),
    ],
)
def test_data_stays_data(edited: Callable[..., str], step: SetBody | SetBodyJson) -> None:
    assert edited(_DATA, step) == _DATA.replace("a: 1", "a: 2")


@pytest.mark.parametrize(
    ("body", "step", "message"),
    [
        pytest.param("x", SetBody("request", "y"), "the request has no body", id="no body"),
        pytest.param("!!binary AAEC", SetBody("response", "y"), "is not text", id="bytes"),
        pytest.param(
            "x", SetBodyJson("response", 1), "not as the standard has it", id="JSON for a text"
        ),
    ],
)
def test_what_is_refused(
    edited: Callable[..., str], body: str, step: SetBody | SetBodyJson, message: str
) -> None:
    with pytest.raises(EditError, match=message):
        edited(_CASSETTE.format(body=body), step)


@pytest.mark.parametrize(
    "step", [SetBody("response", "[1]"), SetBodyJson("response", [1])], ids=["text", "JSON"]
)
def test_another_body_than_the_wanted_does_not_hold(
    cassette_of: Callable[..., Cassette], step: SetBody | SetBodyJson
) -> None:
    wanted, other = (
        Reading(cassette_of(_CASSETTE.format(body=body)).interactions[0])
        for body in ("'[1]'", "'[2]'")
    )
    assert step.holds(other, wanted)
    assert not step.holds(other, other)
