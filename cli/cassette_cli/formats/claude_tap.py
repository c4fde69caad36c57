"""claude-tap, in JSON lines, one a request: https://github.com/liaohch3/claude-tap.

A log that nothing replays. Bodies are data, or text where they were no JSON; a streamed answer is
folded already.
"""

from dataclasses import replace

from cassette_cli.document import Document, Node, text_of
from cassette_cli.formats.fields import entry, has_keys, read_body, read_number
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Bodies, cassette_of, interaction_of
from cassette_cli.model import Cassette, Interaction

NAME = "claude-tap"


def matches(root: Node | None) -> bool:
    is_turn = has_keys(root, "turn", "request", "response")
    return is_turn and has_keys(entry(root, "request"), "method", "path")


def read(document: Document) -> Cassette:
    roots = document.resolved_roots
    return cassette_of(document, NAME, (_interaction(*each) for each in enumerate(roots)))


def _interaction(index: int, node: Node) -> Interaction:
    request, response = entry(node, "request"), entry(node, "response")
    fields = {
        "interaction": node,
        "recorded_at": entry(node, "timestamp"),
        "request": request,
        "request.method": entry(request, "method"),
        "request.scope": entry(node, "upstream_base_url"),
        "request.path": entry(request, "path"),
        "request.headers": entry(request, "headers"),
        "response": response,
        "response.status_code": entry(response, "status"),
        "response.headers": entry(response, "headers"),
    }
    bodies = Bodies(read_body(entry(request, "body")), read_body(entry(response, "body")))
    interaction = interaction_of(index, fields, bodies)
    url = (text_of(fields["request.scope"]) or "") + (text_of(fields["request.path"]) or "")
    return replace(
        interaction,
        request=replace(interaction.request, url=url),
        duration_ms=read_number(entry(node, "duration_ms")),
    )


FORMAT = Format(
    name=NAME,
    matches=matches,
    read=read,
    may_lack=frozenset(("response.status_code",)),
    many_documents=True,
)
