"""Recordings made of parts, and what one check finds in them."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context, read_context
from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette

Parts: TypeAlias = dict[str, Any]
FindIn: TypeAlias = Callable[[Check, str], list[Problem]]
Find: TypeAlias = Callable[..., list[Problem]]

_REQUEST: Parts = {
    "method": "POST",
    "uri": "https://api.example.org/v1",
    "headers": {},
    "body": None,
}
_RESPONSE: Parts = {
    "status": {"code": 200, "message": "OK"},
    "headers": {"Content-Type": ["application/json"]},
    "body": {"string": "{}"},
}


def _context(text: str) -> Context:
    return read_context(read_cassette(parse("test.yaml", text)))


def _text(*interactions: tuple[Parts, Parts]) -> str:
    recorded = [
        {"request": {**_REQUEST, **request}, "response": {**_RESPONSE, **response}}
        for request, response in interactions
    ]
    return json.dumps({"version": 1, "interactions": recorded}, indent=1)


@pytest.fixture
def find_in() -> FindIn:
    """The problems that a check finds in the text of a cassette."""
    return lambda check, text: [*check.run(_context(text))]


@pytest.fixture
def find() -> Find:
    """The same for a cassette of pairs of requests and responses, given by what is not usual."""

    def find_problems(check: Check, *interactions: tuple[Parts, Parts]) -> list[Problem]:
        return [*check.run(_context(_text(*interactions)))]

    return find_problems


@pytest.fixture
def read_parts() -> Callable[..., Context]:
    """A context of such pairs."""
    return lambda *interactions: _context(_text(*interactions))
