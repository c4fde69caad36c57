"""go-vcr's files, as its module v4 writes them."""

import pytest

from cassette_cli.converting.targets.go_vcr import duration_text, write
from cassette_cli.model import Body, Header, Interaction, Request, Response


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [
        pytest.param(0, "0s", id="nothing"),
        pytest.param(0.000_5, "500ns", id="nanoseconds"),
        pytest.param(0.0123, "12.3µs", id="microseconds"),
        pytest.param(365.150042, "365.150042ms", id="milliseconds"),
        pytest.param(1204.125, "1.204125s", id="seconds"),
        pytest.param(62_500, "1m2.5s", id="minutes"),
        pytest.param(3_600_000, "1h0m0s", id="hours"),
    ],
)
def test_durations_are_those_of_go(milliseconds: float, text: str) -> None:
    assert duration_text(milliseconds) == text


def test_a_form_is_written_besides_the_body() -> None:
    form = Header("content-type", "application/x-www-form-urlencoded")
    request = Request("POST", "https://example.com/token", (form,), Body("a=1&b="))
    assert (
        write((Interaction(0, request, Response(204)),))
        == """\
---
version: 2
interactions:
    - id: 0
      request:
        proto: HTTP/1.1
        proto_major: 1
        proto_minor: 1
        content_length: 6
        host: example.com
        body: a=1&b=
        form:
            a:
                - "1"
            b:
                - ""
        headers:
            Content-Type:
                - application/x-www-form-urlencoded
        url: https://example.com/token
        method: POST
      response:
        proto: HTTP/1.1
        proto_major: 1
        proto_minor: 1
        content_length: 0
        headers: {}
        status: "204"
        code: 204
        duration: 0s
"""
    )
