"""HAR 1.2, of Polly.js, Playwright, mitmproxy and browsers: http://www.softwareishard.com/blog/har-12-spec.

Polly.js writes a body that has a content coding as a list of chunks, in base64 or hex, which is
JSON in a string: https://netflix.github.io/pollyjs. Its serializer for YAML may keep the JSON of a
request as data (`textJSON`).
"""

import re
from dataclasses import replace

from cassette_cli.document import Document, Node, Scalar, Sequence, text_of
from cassette_cli.formats.chunks import read_chunks
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    items,
    read_base64,
    read_body,
    read_data,
    read_hex,
    read_named_headers,
    read_number,
    scalars,
)
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Bodies, cassette_of, interaction_of
from cassette_cli.model import Body, Cassette, Header, Interaction, header_value

NAME = "har"

_HEX = re.compile(r"(?:[0-9a-f]{2})+")


def matches(root: Node | None) -> bool:
    log = entry(root, "log")
    entries = entry(log, "entries")
    first = first_item(entries)
    is_log = has_keys(log, "version") or has_keys(log, "creator")
    is_entry = has_keys(entry(first, "request"), "url")
    return is_log and isinstance(entries, Sequence) and (is_entry or not entries.items)


def read(document: Document) -> Cassette:
    log = entry(document.resolved, "log")
    entries = entry(log, "entries")
    interactions = (_interaction(index, node) for index, node in enumerate(items(entries)))
    return cassette_of(document, NAME, interactions, entry(log, "version"), lists=(entries,))


def _interaction(index: int, node: Node) -> Interaction:
    request, response = entry(node, "request"), entry(node, "response")
    fields = {
        "interaction": node,
        "recorded_at": entry(node, "startedDateTime"),
        "request": request,
        "request.method": entry(request, "method"),
        "request.url": entry(request, "url"),
        "request.headers": entry(request, "headers"),
        "response": response,
        "response.status_code": entry(response, "status"),
        "response.reason": entry(response, "statusText"),
        "response.headers": entry(response, "headers"),
        # Polly.js looks for the n-th request of the same id.
        "occurrence.of": entry(node, "_id"),
        "occurrence": entry(node, "_order"),
    }
    bodies = Bodies(_request_body(request), _response_body(response))
    interaction = interaction_of(index, fields, bodies, read_named_headers)
    recorded = interaction.response
    # Browsers write 0 or -1 where nothing came back.
    status = recorded.status_code if recorded.status_code and recorded.status_code > 0 else None
    return replace(
        interaction,
        response=replace(recorded, status_code=status),
        duration_ms=read_number(entry(node, "time")),
    )


def _request_body(request: Node | None) -> Body | None:
    data = entry(request, "postData")
    text, parsed, params = (entry(data, key) for key in ("text", "textJSON", "params"))
    lengths = scalars(entry(request, "bodySize"))
    if isinstance(text, Scalar) and text_of(entry(data, "encoding")) == "base64":
        return replace(read_base64(text), lengths=lengths)
    body = read_body(text)
    if body is not None:
        return replace(body, lengths=lengths)
    if parsed is not None:
        return read_data(parsed)
    # Of a form, browsers may keep the fields alone.
    return read_data(params) if items(params) and params is not None else None


def _response_body(response: Node | None) -> Body | None:
    content = entry(response, "content")
    text = entry(content, "text")
    headers = read_named_headers(entry(response, "headers"))
    body = _content(content, text, headers) if isinstance(text, Scalar) else None
    lengths = scalars(entry(content, "size"), entry(response, "bodySize"))
    return replace(body, lengths=lengths) if body else None


def _content(content: Node | None, text: Scalar, headers: tuple[Header, ...]) -> Body | None:
    in_base64 = text_of(entry(content, "encoding")) == "base64"
    if header_value(headers, "content-encoding") and text.value.startswith("["):
        chunks = read_chunks(text, "base64" if in_base64 else "hex")
        if chunks is not None:
            return chunks
    if in_base64:
        return read_base64(text)
    if text_of(entry(content, "_isBinary")) == "true" and _HEX.fullmatch(text.value):
        return read_hex(text)
    return read_body(text)


FORMAT = Format(
    name=NAME, matches=matches, read=read, may_lack=frozenset(("response.status_code",))
)
