"""The files of VCR for Ruby."""

from dataclasses import replace

from cassette_cli.converting.targets.vcr import write
from cassette_cli.model import Body, Interaction

_TEXT = """\
---
http_interactions:
- request:
    method: post
    uri: https://api.openai.com/v1/chat?n=1
    body:
      encoding: ASCII-8BIT
      string: !binary |-
        /w==
    headers:
      accept:
      - "*/*"
      Content-Type:
      - application/json
  response:
    status:
      code: 200
      message: OK
    headers:
      Set-Cookie:
      - a=1
      - b=2
      Vary:
      - x
    body:
      encoding: US-ASCII
      string: ''
  recorded_at: Mon, 03 Mar 2025 10:00:00 GMT
recorded_with: VCR 6.3.1
"""


def test_it_is_what_psych_writes(interaction: Interaction) -> None:
    request = replace(interaction.request, body=Body(b"\xff"))
    response = replace(interaction.response, body=None)
    assert write((replace(interaction, request=request, response=response),)) == _TEXT
