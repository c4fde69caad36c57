from collections.abc import Callable
from textwrap import dedent

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.duplicate_key import CHECK

_REST = "response: {status: {code: 200}}"


@pytest.mark.parametrize(
    ("request_text", "count"),
    [
        pytest.param("{method: GET, uri: 'https://e.org/'}", 0, id="each key once"),
        pytest.param("{method: GET, method: POST, uri: 'https://e.org/'}", 1, id="one twice"),
        pytest.param("{method: A, method: B, method: C, uri: 'https://e.org/'}", 1, id="said once"),
        pytest.param(
            "{uri: 'https://e.org/', headers: {a: [x], A: [y]}}", 0, id="another letter case"
        ),
        pytest.param("{uri: 'https://e.org/', headers: {a: [x], a: [y]}}", 1, id="deeper"),
    ],
)
def test_duplicate_key(
    find_in: Callable[..., list[Problem]], request_text: str, count: int
) -> None:
    text = dedent(f"""\
        interactions:
        - request: {request_text}
          {_REST}
        version: 1
        """)
    found = find_in(CHECK, text)
    assert [problem.location.interaction for problem in found] == [0] * count


def test_merge_keys_may_repeat(find_in: Callable[..., list[Problem]]) -> None:
    text = dedent(f"""\
        a: &a {{x: 1}}
        interactions:
        - request: {{<<: *a, <<: *a, uri: 'https://e.org/'}}
          {_REST}
        version: 1
        """)
    assert find_in(CHECK, text) == []


_EXVCR = (
    '[{"request": {"url": "http://a/", "method": "get", "headers": {}}, "response": '
    '{"status_code": 200, "headers": {"set-cookie": "a=1", "set-cookie": "b=2"}, "body": ""%s}}]'
)


@pytest.mark.parametrize(
    ("more", "count"),
    [
        pytest.param("", 0, id="two cookies in headers"),
        pytest.param(', "body": ""', 1, id="two bodies"),
    ],
)
def test_headers_of_exvcr_repeat(
    find_in: Callable[..., list[Problem]], more: str, count: int
) -> None:
    assert len(find_in(CHECK, _EXVCR % more)) == count
