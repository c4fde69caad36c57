from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.erb_tag import CHECK


@pytest.mark.parametrize(
    ("request_parts", "locations"),
    [
        pytest.param({}, [], id="no tag"),
        pytest.param({"uri": "https://<%= ENV['H'] %>/"}, ["request.url"], id="in the URL"),
        pytest.param({"headers": {"X": ["<%= key %>"]}}, ["request.headers.X"], id="in a header"),
        pytest.param({"body": "<% a %>"}, [], id="a body may be a template"),
    ],
)
def test_erb_tag(
    find: Callable[..., list[Problem]], request_parts: dict[str, object], locations: list[str]
) -> None:
    assert [found.location.name for found in find(CHECK, (request_parts, {}))] == locations
