"""A search that needs no rules, and recordings to look into.

Made-up keys are found by their looks, members and header fields called `token` by their name.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest

from cassette_cli.document import apply, parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json, write_json
from cassette_cli.reading import read_interactions
from cassette_cli.text import Span
from cassette_cli.texts.edits import replace_found
from cassette_cli.texts.find import Found, find
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Hit, Search

_Cut: TypeAlias = Callable[..., tuple[str, list[Found]]]

KEY = "key-" + "abcdefgh" * 3
PATTERN = re.compile(r"key-[a-h]{24}")


def _find(kind: Kind, name: str, text: str) -> list[Hit]:
    if name == "token" and text != "CUT":
        return [Hit(Span(0, len(text)), "CUT", kind)]
    return [Hit(Span(*found.span()), "CUT", kind) for found in PATTERN.finditer(text)]


@pytest.fixture(scope="session")
def key() -> str:
    """What the search finds in any text."""
    return KEY


@pytest.fixture(scope="session")
def search() -> Search:
    """Cuts keys out of any text, and the whole value of what is called `token`."""
    return Search(_find, names=lambda name: name == "token")


@pytest.fixture(scope="session")
def search_at_paths(search: Search) -> Callable[..., Search]:
    """The same search, which also takes members of JSON at some paths."""

    def search_at_paths(*paths: tuple[str | int, ...]) -> Search:
        return replace(
            search,
            paths=lambda _: frozenset(paths),
            whole=lambda text: Hit(Span(0, len(text)), "CUT", "path"),
        )

    return search_at_paths


@pytest.fixture(scope="session")
def cut(search: Search) -> _Cut:
    """Searches a file, in which KEY stands for the key, and takes out what is found."""

    def cut(text: str, search: Search = search) -> tuple[str, list[Found]]:
        cassette = read_cassette(parse("t.yaml", text.replace("KEY", KEY)))
        of_each = find(cassette.document, read_interactions(cassette), search)
        found = [one for of_one in of_each for one in of_one]
        return apply(cassette.document, replace_found(found)).text.replace(KEY, "KEY"), found

    return cut


@pytest.fixture(scope="session")
def cut_body(cut: _Cut, search: Search) -> _Cut:
    """Searches the body of a response, in which KEY stands for the key."""

    def cut_body(
        body: str, media_type: str = "", search: Search = search
    ) -> tuple[str, list[Found]]:
        headers: Json = {"Content-Type": [media_type]} if media_type else {}
        request: Json = {"method": "GET", "url": "http://a", "headers": {}, "body": ""}
        response: Json = {"headers": headers, "body": body.replace("KEY", KEY), "code": 200}
        recording: Json = {
            "version": 2,
            "interactions": [{"request": request, "response": response}],
        }
        text, found = cut(write_json(recording), search)
        after = read_cassette(parse("t.yaml", text)).interactions[0].response.body
        assert after is not None
        assert isinstance(after.content, str)
        return after.content, found

    return cut_body
