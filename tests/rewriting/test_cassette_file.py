from collections.abc import Callable

import pytest

from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.cassette_file import CassetteFile, errors_at

_CASSETTE = """\
interactions:
- request: {body: "one line", headers: {A: b}, method: GET, uri: 'http://a/'}
  response:
    body:
      string: >
        two

        lines
    headers: {C: [d]}
    status: {code: 200, message: OK}
- request: {body: "another", headers: {}, method: GET, uri: 'http://a/'}
  response: {body: {string: plain}, headers: {}, status: {code: 200, message: OK}}
"""
_EMPTY = """\
interactions:
- request: {headers: {}, method: GET, uri: 'http://a/'}
  response: {headers: {}, status: {code: 200, message: OK}}
"""


@pytest.mark.parametrize(
    ("text", "one_line", "several_lines"),
    [
        pytest.param(_CASSETTE, '"', ">", id="as most bodies are"),
        pytest.param(_EMPTY, "'", "|", id="as is usual where there is none"),
    ],
)
def test_body_style(
    cassette_of: Callable[..., Cassette], text: str, one_line: str, several_lines: str
) -> None:
    file = CassetteFile(cassette_of(text))
    assert file.body_style(several_lines=False) == one_line
    assert file.body_style(several_lines=True) == several_lines


@pytest.mark.parametrize(
    ("text", "in_lists"),
    [
        pytest.param(_CASSETTE, False, id="the first header is a text"),
        pytest.param(_CASSETTE.replace("A: b", "A: [b]"), True, id="the first header is a list"),
        pytest.param(_EMPTY, True, id="no header"),
    ],
)
def test_lists_header_values(
    cassette_of: Callable[..., Cassette],
    text: str,
    in_lists: bool,  # noqa: FBT001 -- a column
) -> None:
    assert CassetteFile(cassette_of(text)).lists_header_values is in_lists


def test_errors_name_the_line_of_the_interaction(cassette_of: Callable[..., Cassette]) -> None:
    cassette = cassette_of(_CASSETTE)
    with (
        pytest.raises(EditError, match=r"^t\.yaml:11: no way$"),
        errors_at(cassette, cassette.interactions[1]),
    ):
        raise EditError("no way")


def test_errors_that_name_a_place_keep_it(cassette_of: Callable[..., Cassette]) -> None:
    cassette = cassette_of(_CASSETTE)
    with (
        pytest.raises(EditError, match=r"^line 4: no way$"),
        errors_at(cassette, cassette.interactions[1]),
    ):
        raise EditError("no way", where="line 4")
