"""vcr for R: https://docs.ropensci.org/vcr. A number is the status, headers are scalars.

Before version 2 the status was a mapping with a `status_code`, written as text.
"""

from cassette_cli.document import Document, Node
from cassette_cli.formats.format import Format
from cassette_cli.formats.http_interactions import read_http_interactions, recorder_of
from cassette_cli.formats.layout import Layout
from cassette_cli.model import Cassette

NAME = "vcr-r"

_LAYOUT = Layout(status_code=(("status",), ("status", "status_code")))


def matches(root: Node | None) -> bool:
    return recorder_of(root) == NAME


def read(document: Document) -> Cassette:
    return read_http_interactions(document, NAME, _LAYOUT)


FORMAT = Format(name=NAME, matches=matches, read=read)
