"""VCR for Ruby, from version 2 on, in YAML and JSON: https://github.com/vcr/vcr.

A body has its encoding beside it; one with bytes that are no ASCII stands under a binary tag, and
under `base64_string` where the exact bytes were asked for.
"""

from cassette_cli.document import Document, Node
from cassette_cli.formats.format import Format
from cassette_cli.formats.http_interactions import read_http_interactions, recorder_of
from cassette_cli.formats.layout import Layout
from cassette_cli.model import Cassette

NAME = "vcr"

_LAYOUT = Layout()


def matches(root: Node | None) -> bool:
    return recorder_of(root) == NAME


def read(document: Document) -> Cassette:
    return read_http_interactions(document, NAME, _LAYOUT)


FORMAT = Format(name=NAME, matches=matches, read=read)
