from collections.abc import Callable
from dataclasses import replace

import pytest

from cassette_cli.document import Comment, Node, Scalar, parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette
from cassette_cli.reading import read_interactions
from cassette_cli.texts.find import find
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Hit, Search, SearchAt

_CASSETTE = """\
version: 2
interactions:
- request:
    method: POST
    url: https://a/?key=KEY
    headers:
      X-Key:
      - 'KEY'
    body: '{"a": "KEY", "n": 1}'
  response:
    headers: {}
    body: say KEY
    code: 200
- request:
    method: GET
    url: https://a/
    headers: {}
    body: ''
  response:
    headers: {}
    body: '{"token": "secret"}'
    code: 200
"""


@pytest.fixture
def cassette(key: str) -> Cassette:
    return read_cassette(parse("t.yaml", _CASSETTE.replace("KEY", key)))


def _find(cassette: Cassette, search: Search, *rest: SearchAt) -> list[list[str]]:
    found = find(cassette.document, read_interactions(cassette), search, *rest)
    return [[one.location for one in of_one] for of_one in found]


def test_what_is_found_in_each_interaction(cassette: Cassette, search: Search) -> None:
    assert _find(cassette, search) == [
        ["request.headers.X-Key", "request.body › a", "response.body", "request.url"],
        ["response.body › token"],
    ]


def test_a_find_knows_its_text_its_label_and_its_place(
    cassette: Cassette, search: Search, key: str
) -> None:
    _, (found,) = find(cassette.document, read_interactions(cassette), search)
    assert (found.text, found.label) == ("secret", Kind.FIELD)
    assert cassette.document.text.startswith("secret", found.offset)
    (header, *_), _ = find(cassette.document, read_interactions(cassette), search)
    assert (header.text, header.label) == (key, Kind.HEADER)


def test_nothing_to_find(cassette: Cassette) -> None:
    assert _find(cassette, Search(lambda *_: (), names=lambda _: False)) == [[], []]


def test_nodes_may_be_searched_their_own_way(cassette: Cassette, search: Search) -> None:
    nothing = replace(search, find=lambda *_: [])

    def search_at(node: Node | Comment) -> Search:
        return nothing if isinstance(node, Scalar) and node.style == "'" else search

    assert _find(cassette, search, search_at) == [["response.body", "request.url"], []]


def test_some_of_what_stands_beside_headers_and_bodies_may_be_left_out(
    cassette: Cassette, search: Search
) -> None:
    only_bodies = replace(search, elsewhere=lambda path: path[-1] != "url")
    assert "request.url" not in _find(cassette, only_bodies)[0]


def test_members_at_paths(
    cassette: Cassette, search: Search, search_at_paths: Callable[..., Search]
) -> None:
    at_path = search_at_paths(("n",))
    assert _find(cassette, at_path)[0][1:3] == ["request.body › a", "request.body › n"]
    silenced = replace(at_path, paths=None)
    assert _find(cassette, at_path, lambda _: silenced) == _find(cassette, search)


def test_what_is_taken_whole_is_not_found_again(
    cassette: Cassette, search_at_paths: Callable[..., Search]
) -> None:
    at_path = replace(search_at_paths(("n",)), whole=lambda text: Hit((0, 1), text))  # type: ignore[arg-type]
    assert "request.body › n" not in _find(cassette, at_path)[0]
    assert "request.body › n" not in _find(cassette, replace(at_path, whole=None))[0]
