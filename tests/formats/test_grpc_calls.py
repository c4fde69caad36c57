from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.formats.grpc_calls import FORMAT

_TEXT = """\
version: 1
interactions:
- request_sample: {json: {}, raw: !!binary YQ==}
  response_sample: {json: {}, raw: !!binary YQ==}
"""


def test_is_named_and_not_read() -> None:
    cassette = read_cassette(parse("x.yaml", _TEXT))
    assert (cassette.format, cassette.format_version) == ("grpc-calls", "1")
    assert (cassette.not_http, cassette.interactions) == ("1 gRPC call", ())


def test_does_not_claim_what_may_be_http() -> None:
    assert not FORMAT.matches(
        parse("x.yaml", "interactions: [{request_sample: {}, request: {}}]").root
    )
