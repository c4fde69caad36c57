"""One interaction as the whole file, in JSON: https://github.com/DataDog/dd-apm-test-agent."""

from cassette_cli.document import Document, Node
from cassette_cli.formats import wiremock
from cassette_cli.formats.fields import entry, has_keys, has_only_keys
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Cassette

NAME = "one-interaction"

_STATUS_CODES = (("status", "code"), ("status",), ("status_code",))


def matches(root: Node | None) -> bool:
    """Whether a mapping is a request and a response: both are words of many other files."""
    request, response = entry(root, "request"), entry(root, "response")
    has_status = has_keys(response, "status") or has_keys(response, "status_code")
    return (
        has_only_keys(root, "request", "response")
        and has_keys(request, "method")
        and (has_keys(request, "url") or has_keys(request, "uri"))
        and has_status
        # WireMock's have keys of their own, or a URL without a host.
        and not wiremock.matches(root)
    )


def read(document: Document) -> Cassette:
    root = document.resolved
    url = "url" if has_keys(entry(root, "request"), "url") else "uri"
    layout = Layout(url=url, status_code=_STATUS_CODES)
    nodes = [] if root is None else [root]
    return cassette_of(document, NAME, (read_interaction(0, node, layout) for node in nodes))


FORMAT = Format(name=NAME, matches=matches, read=read)
