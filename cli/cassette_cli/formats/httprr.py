"""httprr, for Go, whose traces are raw HTTP: https://pkg.go.dev/golang.org/x/oscar/internal/httprr."""

from cassette_cli.document import Document, Node, Scalar, Sequence
from cassette_cli.formats.fields import items, read_headers
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Bodies, cassette_of, interaction_of
from cassette_cli.formats.transfer_chunks import join_chunks
from cassette_cli.model import Body, Cassette, Interaction, header_value

NAME = "httprr"

_PARTS_OF_MESSAGE = 5


def matches(root: Node | None) -> bool:
    return isinstance(root, Sequence) and root.tag == "!httprr"


def read(document: Document) -> Cassette:
    root = document.resolved
    interactions = (_interaction(index, node) for index, node in enumerate(items(root)))
    return cassette_of(document, NAME, interactions, lists=(root,))


def _interaction(index: int, node: Node) -> Interaction:
    request, response = _parts(node, 2)
    method, target, _, request_headers, request_body = _parts(request)
    _, status, reason, response_headers, response_body = _parts(response)
    fields = {
        "interaction": node,
        "request": request,
        "request.method": method,
        "request.url": target,
        "request.headers": request_headers,
        "response": response,
        "response.status_code": status,
        "response.reason": reason,
        "response.headers": response_headers,
    }
    bodies = Bodies(_body(request_body, request_headers), _body(response_body, response_headers))
    return interaction_of(index, fields, bodies)


def _parts(node: Node | None, count: int = _PARTS_OF_MESSAGE) -> tuple[Node | None, ...]:
    """So many parts: of a message, three of its start line, headers and body."""
    parts = items(node)[:count]
    return (*parts, *(None,) * (count - len(parts)))


def _body(node: Node | None, headers: Node | None) -> Body | None:
    if not isinstance(node, Scalar) or not node.value:
        return None
    data = node.value.encode("utf-8", "surrogateescape")
    coding = header_value(read_headers(headers), "transfer-encoding") or ""
    if coding.lower() == "chunked":
        joined = join_chunks(data)
        if joined is not None:
            return Body(joined, ("chunked",), node)
    # Half a surrogate pair stands for a byte that is no UTF-8.
    is_text = node.value.isascii() or node.value.encode("utf-8", "replace") == data
    return Body(node.value if is_text else data, (), node)


FORMAT = Format(name=NAME, matches=matches, read=read)
