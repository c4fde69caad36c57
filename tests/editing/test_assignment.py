import pytest

from cassette_cli.editing.assignment import read_assignment
from cassette_cli.editing.set_body import SetBody
from cassette_cli.editing.set_body_field import SetBodyField
from cassette_cli.editing.set_completion import SetCompletionField
from cassette_cli.editing.set_header_values import SetHeaderValues
from cassette_cli.editing.start_line import SetMethod, SetReason, SetStatusCode, SetUrl
from cassette_cli.errors import CassetteError
from cassette_cli.rewriting.step import Step


@pytest.mark.parametrize(
    ("text", "step"),
    [
        pytest.param("completion.text=No", SetCompletionField("text", "No"), id="text"),
        pytest.param("completion=", SetCompletionField("", ""), id="nothing, of nothing"),
        pytest.param("completion.id=b=c", SetCompletionField("id", "b=c"), id="= in the value"),
        pytest.param("status_code=500", SetStatusCode(500), id="status"),
        pytest.param("response.status_code=500", SetStatusCode(500), id="status in full"),
        pytest.param("response.reason=Fine", SetReason("Fine"), id="reason"),
        pytest.param("request.url=https://x.example/", SetUrl("https://x.example/"), id="url"),
        pytest.param("request.method=PUT", SetMethod("PUT"), id="method"),
        pytest.param(
            "request.headers.x-id=c", SetHeaderValues("request", "x-id", ("c",)), id="header"
        ),
        pytest.param("response.body={}", SetBody("response", "{}"), id="a whole body"),
        pytest.param(
            "request.body.$.n=2", SetBodyField("request", "$.n", "2"), id="a member of a body"
        ),
        pytest.param(
            "request.body.$[?@.b==1].c=2",
            SetBodyField("request", "$[?@.b==1].c", "2"),
            id="= in brackets of the path",
        ),
    ],
)
def test_read_assignment(text: str, step: Step) -> None:
    assert read_assignment(text) == step


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("completion.text", "sets nothing", id="no value"),
        pytest.param("colour=red", "names nothing", id="no such path"),
        pytest.param("request.body.n=1", "names nothing", id="no JSONPath"),
        pytest.param("status_code=high", "not a status code", id="a code in words"),
        pytest.param("request.headers.a b=1", "names no header", id="no name of a header"),
        pytest.param("request.headers.a=1\r\nb: 2", "a line break", id="a header in a header"),
    ],
)
def test_mistakes(text: str, message: str) -> None:
    with pytest.raises(CassetteError, match=message):
        read_assignment(text)
