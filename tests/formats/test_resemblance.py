import pytest

from cassette_cli.document import parse
from cassette_cli.formats.resemblance import resembles_recording, text_resembles_recording
from tests.conftest import source

_HTTP = "request: {method: GET, url: /a}, response: {status: 200}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Interactions: [{{{_HTTP}}}]", id="interactions in capitals"),
        pytest.param("interaction: [{request: x}]", id="one half of an interaction"),
        pytest.param(f"log: {{entries: [{{{_HTTP}}}]}}", id="HAR"),
        pytest.param(f"mappings: [{{{_HTTP}}}]", id="a list of mappings of a mock server"),
        pytest.param("{request: GET /a, response: {body: x}}", id="a request as a line"),
        pytest.param(
            "Entries: [{RequestUri: /a, RequestMethod: GET, ResponseBody: x}]",
            id="requests and responses side by side",
        ),
        pytest.param(
            "{requests: [{method: GET, uri: /a}], responses: [{body: x}]}",
            id="lists of requests and responses",
        ),
        pytest.param(
            "{request: {model: m, messages: []}, response: {choices: []}}", id="a model call"
        ),
        pytest.param("[{method: GET, path: /a, response: {a: 1}}]", id="a request spread out"),
        pytest.param(f"note: x\n---\n{{{_HTTP}}}", id="a second document"),
    ],
)
def test_recordings(text: str) -> None:
    assert resembles_recording(parse("a.yaml", text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{request: Request, response: Answer, interactions: All}", id="words"),
        pytest.param("{openapi: 3.1.0, x: {request: {url: /}, response: {a: 1}}}", id="OpenAPI"),
        pytest.param("{request: {type: object}, response: {type: object}}", id="a schema"),
        pytest.param("{on: [push], jobs: {test: {steps: [{uses: a}]}}}", id="a workflow"),
        pytest.param("services: {web: {image: a}}", id="a compose file"),
        pytest.param("entries: [{name: a}]", id="entries of another kind"),
        pytest.param("[{method: GET, path: /a, status: 200}]", id="a log of accesses"),
        pytest.param("", id="nothing"),
    ],
)
def test_everyday_files(text: str) -> None:
    assert not resembles_recording(parse("a.yaml", text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"http_interactions": [', id="interactions in JSON"),
        pytest.param("---\ninteractions:\n", id="interactions in YAML"),
        pytest.param('- request:\n    "', id="a request in a list"),
        pytest.param(
            '{"entries": [{"request": {"url": "/"}, "resp', id="a request cut off in JSON"
        ),
        pytest.param('{"Entries":[{"RequestUri":"/","StatusCode":200', id="cut off on one line"),
        pytest.param("httprr trace v1\n", id="a trace"),
    ],
)
def test_texts_of_recordings(text: str) -> None:
    assert text_resembles_recording(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("jobs:\n  request_id: 1", id="something else"),
        pytest.param("resources:\n  requests:\n    cpu: {{ .Values.cpu }}", id="a chart"),
        pytest.param("openapi: 3.1.0\nrequest:\nresponses:\n", id="OpenAPI that breaks"),
        pytest.param(
            source("""
                en:
                  request: Request
                  interactions: All {{ count }}
            """),
            id="words",
        ),
    ],
)
def test_everyday_texts(text: str) -> None:
    assert not text_resembles_recording(text)
