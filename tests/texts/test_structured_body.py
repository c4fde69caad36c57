from collections.abc import Callable
from typing import TypeAlias

import pytest

from cassette_cli.texts.find import Found

_Cut: TypeAlias = Callable[..., tuple[str, list[Found]]]

_CASSETTE = """\
version: 1
interactions:
- request:
    method: GET
    uri: http://a
    headers: {{}}
    body:
      type: json
      content: {body}
  response:
    status: 200
    headers: {{}}
    body: {{type: text, content: ''}}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("{a: [1, 'x KEY'], b: 1.50}", "{a: [1, 'x CUT'], b: 1.50}", id="a string"),
        pytest.param(
            '{a: \'{"token": 1, "b": "KEY"}\'}',
            '{a: \'{"token": 1, "b": "CUT"}\'}',
            id="JSON in a string",
        ),
        pytest.param("{token: secret}", "{token: CUT}", id="a member by its name"),
        pytest.param("{KEY: 1}", "{CUT: 1}", id="the name of a member"),
        pytest.param("{a: KEY, a: x}", "{a: CUT, a: x}", id="what a later member hides"),
    ],
)
def test_bodies_that_are_stored_as_data(before: str, after: str, cut: _Cut) -> None:
    edited, _ = cut(_CASSETTE.format(body=before))
    assert edited == _CASSETTE.format(body=after)


def test_members_at_paths(cut: _Cut, search_at_paths: Callable[..., object]) -> None:
    before = _CASSETTE.format(body="{user: {id: 12, name: 'x'}, b: 1}")
    edited, found = cut(before, search_at_paths(("user",)))
    assert edited == _CASSETTE.format(body="{user: {id: CUT, name: 'CUT'}, b: 1}")
    assert [one.location for one in found] == [
        "request.body › user.id",
        "request.body › user.name",
    ]


def test_places(cut: _Cut) -> None:
    text = _CASSETTE.format(body="{a: ['x KEY']}")
    _, (found,) = cut(text)
    assert found.location == "request.body › a[0]"
    assert text.startswith("KEY", found.offset)


_NOCK = """\
[{{"scope": "http://a", "method": "GET", "path": "/", "status": 200,
  "rawHeaders": ["Content-Length", "{length}"], "response": {{"a": "{text}"}}}}]
"""


def test_lengths_that_were_right_stay_right(cut: _Cut) -> None:
    """nock sends data as JSON without blanks; a client waits for as many bytes as it is told."""
    edited, _ = cut(_NOCK.format(length=13, text="a KEY"))
    assert edited == _NOCK.format(length=13, text="a CUT")
    edited, _ = cut(_NOCK.format(length=99, text="a KEY"))
    assert edited == _NOCK.format(length=99, text="a CUT")
