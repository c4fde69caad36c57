from collections.abc import Callable

import pytest

from cassette_cli.editing.assignment import Assignment, assignment_operation, read_assignment
from cassette_cli.errors import CassetteError

_CASSETTE = """\
interactions:
- request:
    method: POST
    uri: https://api.example.com/v1/chat/completions
    headers:
      X-Id: [a]
    body: '{"n":1}'
  response:
    status: {code: 200, message: OK}
    headers:
      X-Id: [b]
    body:
      string: '{"choices":[{"message":{"content":"Yes"}}]}'
"""


@pytest.mark.parametrize(
    ("text", "assignment"),
    [
        pytest.param("a.b=c", Assignment("a.b", "c"), id="path and value"),
        pytest.param("a=b=c", Assignment("a", "b=c"), id="the value may hold an equals sign"),
        pytest.param("a=", Assignment("a", ""), id="nothing"),
        pytest.param("a.$[?@.b==1].c=2", Assignment("a.$[?@.b==1].c", "2"), id="so may brackets"),
    ],
)
def test_read_assignment(text: str, assignment: Assignment) -> None:
    assert read_assignment(text) == assignment


def test_what_sets_nothing() -> None:
    with pytest.raises(CassetteError, match="sets nothing"):
        read_assignment("completion.text")


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        pytest.param("completion.text=No", "Yes", "No", id="text"),
        pytest.param(
            "status_code=500",
            "200, message: OK",
            "500, message: Internal Server Error",
            id="status",
        ),
        pytest.param("response.reason=Fine", "OK", "Fine", id="reason"),
        pytest.param(
            "request.url=https://x.example/",
            "https://api.example.com/v1/chat/completions",
            "https://x.example/",
            id="url",
        ),
        pytest.param("request.method=PUT", "POST", "PUT", id="method"),
        pytest.param("request.headers.x-id=c", "[a]", "[c]", id="header of the request"),
        pytest.param("response.headers.X-Id=c", "[b]", "[c]", id="header of the response"),
        pytest.param("request.body={}", '{"n":1}', "{}", id="a whole body"),
        pytest.param("request.body.$.n=2", '"n":1', '"n":2', id="a member of a body"),
        pytest.param("response.body.$.choices[0].message.content=No", "Yes", "No", id="below"),
    ],
)
def test_operation(edited: Callable[..., str], text: str, before: str, after: str) -> None:
    operation = assignment_operation(0, read_assignment(text))
    assert edited(_CASSETTE, operation) == _CASSETTE.replace(before, after)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("colour=red", "names nothing", id="no such path"),
        pytest.param("request.body.n=1", "names nothing", id="no JSONPath"),
        pytest.param("status_code=high", "no status code", id="a code in words"),
        pytest.param("request.headers.a b=1", "names no header", id="no name of a header"),
    ],
)
def test_mistakes(text: str, message: str) -> None:
    with pytest.raises(CassetteError, match=message):
        assignment_operation(0, read_assignment(text))
