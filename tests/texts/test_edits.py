import json
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest

from cassette_cli.document import parse
from cassette_cli.errors import EditError
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.reading import read_interactions
from cassette_cli.text import Span
from cassette_cli.texts.edits import replace_found
from cassette_cli.texts.find import Found, find
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Hit, Search

_Cut: TypeAlias = Callable[..., tuple[str, list[Found]]]


def test_edits_under_one_layer_are_lifted_together(cut_body: _Cut, key: str) -> None:
    """Of two strings in JSON in base64 in JSON in an event, and of one beside it."""
    inner = json.dumps({"token": "t", "a": [key, f"b {key}"]})
    event = {"data": b64encode(inner.encode()).decode(), "c": key}
    after, found = cut_body(f"data: {json.dumps(event)}\n\ndata: {key}\n\n")
    first, second, *_ = after.split("\n\n")
    encoded = json.loads(first.removeprefix("data: "))
    expected = json.dumps({"token": "CUT", "a": ["CUT", "b CUT"]})
    assert encoded == {"data": b64encode(expected.encode()).decode(), "c": "CUT"}
    assert second == "data: CUT"
    assert len(found) == 5


def test_what_has_no_replacement_stays(cut_body: _Cut, search: Search) -> None:
    def only_look(kind: Kind, name: str, text: str) -> list[Hit]:
        return [hit._replace(replacement=None) for hit in search.find(kind, name, text)]

    after, found = cut_body('{"a": "KEY"}', search=replace(search, find=only_look))
    assert after == '{"a": "KEY"}'
    assert [one.location for one in found] == ["response.body › a"]


def test_nothing_found() -> None:
    assert replace_found(()) == ()


def test_what_cannot_be_written_back(search: Search) -> None:
    text = """\
version: 2
interactions:
- request: {method: GET, url: http://a, headers: {}, body: ''}
  response:
    headers: {}
    body: !!binary aGVsbG8=
    code: 200
"""

    def say_nothing(_: Kind, __: str, text: str) -> list[Hit]:
        return [Hit(Span(*found.span()), "\0") for found in re.finditer("hello", text)]

    cassette = read_cassette(parse("t.yaml", text))
    readings = read_interactions(cassette)
    (found,) = find(cassette.document, readings, replace(search, find=say_nothing))
    with pytest.raises(EditError, match="would be read as something else"):
        replace_found(found)
