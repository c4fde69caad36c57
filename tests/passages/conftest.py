"""A search that needs no rules: made-up keys are found by their looks, `token` members by name."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from cassette_cli.passages.passage import Hit, Kind, Search
from cassette_cli.text import Span

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
