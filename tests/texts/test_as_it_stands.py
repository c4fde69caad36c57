import json

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.reading import read_interactions
from cassette_cli.texts.as_it_stands import (
    find_in_bodies,
    find_in_file,
    find_in_joined,
    is_hit_as_it_stands,
    listed_in,
)
from cassette_cli.texts.search import Search

_CASSETTE = """\
version: 1
interactions:
- request: {method: GET, uri: https://api.example.org/, body: null, headers: {}}
  response:
    status: {code: 200, message: OK}
    headers: {}
    body: {string: BODY}
"""


def _found(body: str, search: Search) -> dict[str, list[str]]:
    """The locations of what is found in each way, if it is said to be hit at all."""
    document = parse("t.yaml", _CASSETTE.replace("BODY", body))
    readings = read_interactions(read_cassette(document))
    if not is_hit_as_it_stands(document, readings, search):
        return {}
    ways = {
        "body": find_in_bodies(document, readings[0], search, lambda _: search),
        "joined": find_in_joined(0, document, readings[0], search, lambda _: search),
        "file": find_in_file(document, readings, search, lambda _: search),
    }
    return {name: [one.location for one in found] for name, found in ways.items()}


def test_nothing_to_find(search: Search) -> None:
    assert _found("x", search) == {}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(": KEY\n\ndata: {}\n\n", {"body": ["response.body"]}, id="beside data"),
        pytest.param(
            'data: {"a": "START"}\n\ndata: {"a": "END"}\n\n',
            {"joined": ["response.body › sse[0] › a"]},
            id="cut over events",
        ),
    ],
)
def test_in_a_stream(body: str, found: dict[str, list[str]], key: str, search: Search) -> None:
    cut = body.replace("KEY", key).replace("START", key[:4]).replace("END", key[4:])
    ways = _found(json.dumps(cut), search)
    assert {name: places for name, places in ways.items() if places and name != "file"} == found


def test_in_the_file(key: str, search: Search) -> None:
    assert _found(f"x}} # {key}\nother: {{a", search)["file"] == ["comment"]


def test_what_is_listed_is_judged_as_what_it_is(key: str, search: Search) -> None:
    document = parse("t.yaml", _CASSETTE.replace("headers: {}", f"headers: {{X-A: [{key}]}}", 1))
    readings = read_interactions(read_cassette(document))
    assert document.text.index(key) in listed_in(document, readings)
    assert not list(find_in_file(document, readings, search, lambda _: search))
