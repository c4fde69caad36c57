from collections.abc import Callable

import pytest

from cassette_cli.editing.set_header_values import SetHeaderValues
from cassette_cli.errors import EditError

_CASSETTE = """\
version: 2
interactions:
- id: 0
  request:
    url: https://api.example.com/v1
    method: POST
    headers: {}
  response:
    headers:
      Set-Cookie:
      - a=1
      - b=2
      Server:
      - x
    status: 200 OK
    code: 200
"""


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        pytest.param(
            SetHeaderValues("response", "set-cookie", ("a=1", "c=3")),
            "b=2",
            "c=3",
            id="one value of several",
        ),
        pytest.param(
            SetHeaderValues("response", "Set-Cookie", ("c=3",)),
            "a=1\n      - b=2",
            "c=3",
            id="one value for several",
        ),
        pytest.param(
            SetHeaderValues("response", "Server", ()),
            "      Server:\n      - x\n",
            "",
            id="a header less",
        ),
        pytest.param(
            SetHeaderValues("response", "Age", ("1",)),
            "      - x\n",
            '      - x\n      Age:\n      - "1"\n',
            id="a header more",
        ),
    ],
)
def test_a_header_gets_values(
    edited: Callable[..., str], step: SetHeaderValues, before: str, after: str
) -> None:
    assert edited(_CASSETTE, step) in (
        _CASSETTE.replace(before, after, 1),
        _CASSETTE.replace(before, after.replace('"', "'"), 1),
    )


def test_a_value_more_is_refused(edited: Callable[..., str]) -> None:
    step = SetHeaderValues("response", "Set-Cookie", ("a", "b", "c"))
    with pytest.raises(EditError, match=r":3: Set-Cookie has 2 values, and cannot have 3"):
        edited(_CASSETTE, step)


def test_a_request_without_headers_gets_one_as_the_file_writes_it(
    edited: Callable[..., str],
) -> None:
    after = edited(_CASSETTE, SetHeaderValues("request", "Accept", ("a",)))
    assert after == _CASSETTE.replace("headers: {}", "headers:\n      Accept:\n      - a", 1)
