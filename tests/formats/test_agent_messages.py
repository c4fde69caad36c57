from cassette_cli.document import parse
from cassette_cli.formats.agent_messages import FORMAT
from cassette_cli.formats.catalogue import read_cassette

_TEXT = """\
messages:
- type: system
  subtype: init
- type: assistant
  message: {content: []}
- type: result
"""


def test_is_named_and_not_read() -> None:
    cassette = read_cassette(parse("x.yaml", _TEXT))
    assert (cassette.format, cassette.format_version) == ("agent-messages", None)
    assert (cassette.not_http, cassette.interactions) == ("3 agent messages", ())


def test_does_not_claim_what_may_be_http() -> None:
    assert not FORMAT.matches(parse("x.yaml", "messages: [{type: text, role: user}]").root)
