import json

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction, Request, Response


@pytest.mark.parametrize(
    ("request_", "body"),
    [
        pytest.param({"BodyParts": ["YQ=="]}, Body(b"a", ("base64",)), id="one part"),
        pytest.param({"BodyParts": [None]}, None, id="none"),
        pytest.param({"BodyParts": ["YQ==", "Yg=="]}, None, id="parts without a boundary"),
        pytest.param({"Body": "YQ=="}, Body(b"a", ("base64",)), id="version 0.1"),
    ],
)
def test_read(request_: dict[str, Json], body: Body | None) -> None:
    log: Json = {
        "Initial": "AQ==",
        "Version": "0.2",
        "Converter": {},
        "Entries": [
            {
                "ID": "1",
                "Request": {
                    "Method": "POST",
                    "URL": "http://a/",
                    "Header": {"A": ["b"]},
                    **request_,
                },
                "Response": {"StatusCode": 200, "Header": {}, "Body": "/w=="},
            }
        ],
    }
    cassette = read_cassette(parse("x.replay", json.dumps(log)))
    assert (cassette.format, cassette.format_version) == ("httpreplay", "0.2")
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("A", "b"),), body),
            Response(200, body=Body(b"\xff", ("base64",))),
        ),
    )
