"""vcrpy before version 1.0, in YAML and JSON: a list, and a request in parts.

https://github.com/kevin1024/vcrpy/blob/v1.0.0/vcr/migration.py
"""

from dataclasses import replace

from cassette_cli.document import Document, Node, Scalar, text_of
from cassette_cli.formats.fields import entry, first_item, has_keys, items, read_headers
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Cassette, Header, Interaction

NAME = "vcrpy-old"

_PARTS = ("protocol", "host", "port", "path")
_DEFAULT_PORTS = {"http": "80", "https": "443"}


def matches(root: Node | None) -> bool:
    first = first_item(root)
    return has_keys(entry(first, "request"), "host", "path") and has_keys(first, "response")


def read(document: Document) -> Cassette:
    interactions = (
        _interaction(index, node) for index, node in enumerate(items(document.resolved))
    )
    return cassette_of(document, NAME, interactions)


def _interaction(index: int, node: Node) -> Interaction:
    interaction = read_interaction(index, node, _LAYOUT)
    request = replace(interaction.request, url=_url(entry(node, "request")))
    return replace(interaction, request=request)


def _url(request: Node | None) -> str:
    protocol, host, port, path = (text_of(entry(request, part)) or "" for part in _PARTS)
    is_default = port in ("", _DEFAULT_PORTS.get(protocol))
    return f"{protocol}://{host}{'' if is_default else f':{port}'}{path}"


def _headers(node: Node | None) -> tuple[Header, ...]:
    """Header fields; a response has them as lines, such as `Content-Type: application/json`."""
    lines = [item for item in items(node) if isinstance(item, Scalar)]
    return tuple(map(_line, lines)) or read_headers(node)


def _line(scalar: Scalar) -> Header:
    # The node holds the name and the line break as well, so it is no place to put a value.
    name, _, value = scalar.value.partition(":")
    return Header(name.strip(), value.strip())


_LAYOUT = Layout(headers=_headers, others=tuple(("request", part) for part in _PARTS))

FORMAT = Format(name=NAME, matches=matches, read=read)
