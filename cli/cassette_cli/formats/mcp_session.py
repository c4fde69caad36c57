"""Sessions of the Model Context Protocol, as mcp-cassette, mcp-rec and mcp-recorder keep them.

Messages of JSON-RPC, one a line or in one list, which need not have gone over HTTP. They are named,
and not read.
"""

from cassette_cli.document import Document, Node, text_of
from cassette_cli.formats.fields import entry, first_item, has_keys, items
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import not_http
from cassette_cli.model import Cassette

NAME = "mcp-session"

_FRAMES = ("frame", "raw", "chunks")
_DIRECTIONS = ("client->server", "server->client")
_KINDS = ("jsonrpc_request", "notification", "lifecycle")


def matches(root: Node | None) -> bool:
    """A line of a session, or all of one."""
    first = first_item(entry(root, "interactions"))
    return (
        _is_header(root)
        or _is_frame(root)
        or (has_keys(root, "msg") and text_of(entry(root, "dir")) in _DIRECTIONS)
        or text_of(entry(first, "type")) in _KINDS
    )


def read(document: Document) -> Cassette:
    roots = document.resolved_roots
    listed = entry(roots[0], "interactions") if len(roots) == 1 else None
    messages = items(listed) if listed else [root for root in roots if not _is_header(root)]
    return not_http(document, NAME, len(messages), "MCP message")


def _is_header(root: Node | None) -> bool:
    return has_keys(root, "cassetteVersion") and text_of(entry(root, "type")) == "header"


def _is_frame(root: Node | None) -> bool:
    is_timed = has_keys(root, "t") and text_of(entry(root, "type")) in _FRAMES
    return is_timed and text_of(entry(root, "dir")) in ("c2s", "s2c", None)


FORMAT = Format(name=NAME, matches=matches, read=read, many_documents=True)
