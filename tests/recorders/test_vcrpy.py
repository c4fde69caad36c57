"""The code for vcrpy, used by vcrpy: what it records holds no secret, and is replayed."""

import gzip
import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.recorders.recorder import Sensitive
from cassette_cli.recorders.vcrpy import write_config
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.redact import redact
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.samples import HEX, fake
from cassette_cli.redaction.secrets import search_for_secrets
from cassette_cli.redaction.sensitive import sensitive_in

_HEADER = fake("", 40)
_PARAMETER = fake("", 32, HEX)
_MEMBER = fake("", 36)
_TEXT = fake("sk-ant-api03-", 93)
_COOKIE = fake("", 24)
_SECRETS = (_HEADER, _PARAMETER, _MEMBER, _TEXT, _COOKIE)
_PATH = f"/v1?key={_PARAMETER}&q=1"
_BODY = json.dumps({"auth": {"client_secret": _MEMBER}, "note": f"see {_TEXT}"})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    answer: ClassVar = json.dumps({"access_token": _MEMBER, "text": f"a {_TEXT} b"})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        body = gzip.compress(self.answer.encode())
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Set-Cookie", f"session={_COOKIE}; Path=/")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _server() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _post(port: int) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"Authorization": f"Bearer {_HEADER}", "Content-Type": "application/json"}
    connection.request("POST", _PATH, _BODY, headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, body.decode("utf-8", "replace")


def _vcr(code: str) -> Any:  # noqa: ANN401 -- vcrpy has no types
    variables: dict[str, Any] = {}
    exec(code, variables)  # noqa: S102 -- what a project would paste
    return variables["my_vcr"]


def _sensitive(path: Path) -> Sensitive:
    rule_set = compile_rules(rules())
    cassette = read_cassette(parse(str(path), path.read_text("utf-8")))
    return sensitive_in(cassette, rule_set, search_for_secrets(rule_set))


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """A cassette that was recorded without any precaution."""
    vcr = pytest.importorskip("vcr")
    path = tmp_path / "before.yaml"
    with _server() as port, vcr.use_cassette(str(path), decode_compressed_response=True):
        _post(port)
    assert all(secret in path.read_text("utf-8") for secret in _SECRETS)
    return path


def test_what_vcrpy_records_needs_no_redaction(recorded: Path, tmp_path: Path) -> None:
    code = write_config(_sensitive(recorded))
    path = tmp_path / "after.yaml"
    with _server() as port:
        with _vcr(code).use_cassette(str(path)):
            status, _ = _post(port)
        # The same configuration finds what it recorded, for the same request with its secrets.
        with _vcr(code).use_cassette(str(path), record_mode="none"):
            assert _post(port) == (
                200,
                _Handler.answer.replace(_MEMBER, "REDACTED").replace(_TEXT, "REDACTED"),
            )
    assert status == 200
    text = path.read_text("utf-8")
    assert not any(secret in text for secret in _SECRETS)
    cassette = read_cassette(parse(str(path), text))
    redaction = redact(cassette, search_for_secrets(compile_rules(rules())))
    assert (redaction.findings, redaction.text) == ((), text)


def test_a_redacted_cassette_is_still_found(recorded: Path, tmp_path: Path) -> None:
    """With the code that was made from the cassette after its redaction, too."""
    search = search_for_secrets(compile_rules(rules()))
    cassette = read_cassette(parse(str(recorded), recorded.read_text("utf-8")))
    path = tmp_path / "redacted.yaml"
    path.write_text(redact(cassette, search).text, "utf-8")
    port = int(cassette.interactions[0].request.url.split(":")[2].split("/")[0])
    with _vcr(write_config(_sensitive(path))).use_cassette(str(path), record_mode="none"):
        assert _post(port)[0] == 200


def test_values_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_ID", "a.b")
    code = write_config(Sensitive("GONE", variables=("APP_ID", "NOT_SET")))
    variables: dict[str, Any] = {}
    exec(code, variables)  # noqa: S102 -- what a project would paste
    assert variables["redact_text"]("a.b acb") == "GONE acb"
    assert variables["redact_body"](b"\xff") == b"\xff"
    assert variables["redact_body"](None) is None
