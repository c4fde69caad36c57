"""VCR for Ruby before version 2: a list of Ruby structs, in YAML.

https://github.com/vcr/vcr/blob/v1.11.3/lib/vcr/structs/http_interaction.rb
"""

from cassette_cli.document import Document, Mapping, Node
from cassette_cli.formats.fields import first_item, items
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Cassette

NAME = "vcr-old"

_TAG = "!ruby/struct:VCR::HTTPInteraction"
_LAYOUT = Layout()


def matches(root: Node | None) -> bool:
    first = first_item(root)
    return isinstance(first, Mapping) and first.tag == _TAG


def read(document: Document) -> Cassette:
    interactions = (
        read_interaction(index, node, _LAYOUT)
        for index, node in enumerate(items(document.resolved))
    )
    return cassette_of(document, NAME, interactions)


FORMAT = Format(name=NAME, matches=matches, read=read)
