"""LangChain's serializer for vcrpy: requests and responses in a list each, in YAML and gzip.

https://github.com/langchain-ai/langchain/tree/master/libs/standard-tests. Item N of one list
belongs to item N of the other. Headers and URLs are mostly redacted.
"""

from cassette_cli.document import Document, Mapping, Node, Scalar, Sequence
from cassette_cli.formats.fields import entry, first_item, has_keys, has_only_keys, items
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Cassette

NAME = "langchain-vcr"

_LAYOUT = Layout()


def matches(root: Node | None) -> bool:
    requests, responses = entry(root, "requests"), entry(root, "responses")
    first = first_item(requests)
    return (
        isinstance(requests, Sequence)
        and isinstance(responses, Sequence)
        and has_only_keys(root, "requests", "responses")
        and (first is None or has_keys(first, "method", "uri"))
    )


def read(document: Document) -> Cassette:
    root = document.resolved
    requests, responses = entry(root, "requests"), entry(root, "responses")
    pairs = zip(items(requests), items(responses), strict=False)
    interactions = (
        read_interaction(index, _pair(request, response), _LAYOUT)
        for index, (request, response) in enumerate(pairs)
    )
    return cassette_of(document, NAME, interactions, lists=(requests, responses))


def _pair(request: Node, response: Node) -> Mapping:
    """The mapping that other recorders write; its keys stand nowhere in the file."""
    entries: tuple[tuple[Node, Node], ...] = (
        (Scalar("request", "", request.start, request.start), request),
        (Scalar("response", "", response.start, response.start), response),
    )
    return Mapping(entries, flow=False, start=request.start, end=request.end)


FORMAT = Format(name=NAME, matches=matches, read=read, may_lack=frozenset(("request.url",)))
