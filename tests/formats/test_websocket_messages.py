from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.formats.websocket_messages import FORMAT

_TEXT = """\
version: 1
interactions:
- kind: message
  direction: sent
  data: {type: response.create}
- kind: message
  direction: received
  data: {type: response.done}
- kind: close
  code: 1000
"""


def test_is_named_and_not_read() -> None:
    cassette = read_cassette(parse("x.yaml", _TEXT))
    assert (cassette.format, cassette.format_version) == ("websocket-messages", "1")
    assert (cassette.not_http, cassette.interactions) == ("2 WebSocket messages", ())


def test_does_not_claim_what_may_be_http() -> None:
    assert not FORMAT.matches(parse("x.yaml", "interactions: [{kind: message, request: {}}]").root)
