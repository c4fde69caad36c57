"""Betamax, which records the requests of Python's requests as JSON: https://betamax.readthedocs.io.

Its first versions wrote bodies bare, header values as scalars and a `status_code` alone.
"""

from cassette_cli.document import Document, Node
from cassette_cli.formats.format import Format
from cassette_cli.formats.http_interactions import read_http_interactions, recorder_of
from cassette_cli.formats.layout import Layout
from cassette_cli.model import Cassette

NAME = "betamax"

_LAYOUT = Layout(status_code=(("status", "code"), ("status_code",)), others=(("response", "url"),))


def matches(root: Node | None) -> bool:
    return recorder_of(root) == NAME


def read(document: Document) -> Cassette:
    return read_http_interactions(document, NAME, _LAYOUT)


FORMAT = Format(name=NAME, matches=matches, read=read)
