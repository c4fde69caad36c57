"""vcrpy's files."""

from cassette_cli.converting.targets.vcrpy import write
from cassette_cli.model import Interaction

_TEXT = """\
interactions:
- request:
    body: '{"n":1}'
    headers:
      Content-Type:
      - application/json
      accept:
      - '*/*'
    method: POST
    uri: https://api.openai.com/v1/chat?n=1
  response:
    body:
      string: 'Hello.

        '
    headers:
      Set-Cookie:
      - a=1
      - b=2
      Vary:
      - x
    status:
      code: 200
      message: OK
version: 1
"""


def test_it_is_what_pyyaml_writes(interaction: Interaction) -> None:
    assert write((interaction,)) == _TEXT
