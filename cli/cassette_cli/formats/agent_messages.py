"""What an agent's SDK and its command-line program said to each other. Named, not read.

https://docs.claude.com/en/api/agent-sdk/python: each message has a `type`, and no role of its own.
"""

from cassette_cli.document import Document, Node
from cassette_cli.formats.fields import entry, first_item, has_keys, has_only_keys, items
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import not_http
from cassette_cli.model import Cassette

NAME = "agent-messages"


def matches(root: Node | None) -> bool:
    first = first_item(entry(root, "messages"))
    # Its tests with logfire say which way a message went.
    if has_only_keys(root, "metadata", "messages") and has_keys(first, "direction"):
        return True
    return (
        has_only_keys(root, "messages") and has_keys(first, "type") and not has_keys(first, "role")
    )


def read(document: Document) -> Cassette:
    count = len(items(entry(document.resolved, "messages")))
    return not_http(document, NAME, count, "agent message")


FORMAT = Format(name=NAME, matches=matches, read=read)
