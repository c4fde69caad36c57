"""What VCR and its ports share: `http_interactions`, and the recorder's name beside them."""

import re

from cassette_cli.document import Document, Node, Scalar, Sequence, text_of
from cassette_cli.formats.fields import entry, first_item, has_keys, items
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Cassette

# Without a name it is taken for VCR's, whose ports in other languages copy its format; only the
# port to R writes a bare number as status.
_OF_R = "vcr-r"
_RECORDERS = (
    ("betamax", re.compile(r"betamax(?:/|$)")),
    (_OF_R, re.compile(r"(?:VCR-)?vcr/")),
    ("vcr", re.compile(r"")),
)


def recorder_of(root: Node | None) -> str | None:
    """The format's name, by what wrote the file; None where it holds no `http_interactions`."""
    interactions = entry(root, "http_interactions")
    first = first_item(interactions)
    if not isinstance(interactions, Sequence) or (first and not has_keys(first, "request")):
        return None
    words = text_of(_recorded_with(root)) or ""
    if not words and isinstance(entry(first, "response", "status"), Scalar):
        return _OF_R
    return next(name for name, pattern in _RECORDERS if pattern.match(words))


def read_http_interactions(document: Document, format_name: str, layout: Layout) -> Cassette:
    """Read the interactions of such a file; the version is what `recorded_with` says."""
    root = document.resolved
    interactions = (
        read_interaction(index, node, layout)
        for index, node in enumerate(items(entry(root, "http_interactions")))
    )
    return cassette_of(document, format_name, interactions, _recorded_with(root))


def _recorded_with(root: Node | None) -> Node | None:
    """What wrote the file; the first versions of the port to R say it at each interaction."""
    first = first_item(entry(root, "http_interactions"))
    return entry(root, "recorded_with") or entry(first, "recorded_with")
