"""go-vcr, versions 1 and 2 of its file format: https://github.com/dnaeon/go-vcr.

Version 1 (modules v1, v2) has no ids; version 2 of module v4 leaves empty keys out.
"""

import re
from dataclasses import replace

from cassette_cli.document import Document, Node, Sequence, text_of
from cassette_cli.formats.fields import entry, first_item, has_keys, has_only_keys, items
from cassette_cli.formats.format import Format
from cassette_cli.formats.layout import Layout, cassette_of, read_interaction
from cassette_cli.model import Cassette, Interaction

NAME = "go-vcr"

_LAYOUT = Layout(
    url="url",
    status_code=(("code",),),
    reason=("status",),
    others=(
        ("id",),
        ("request", "host"),
        ("request", "form"),
        ("request", "content_length"),
        ("response", "content_length"),
        ("response", "duration"),
    ),
)
_MILLISECONDS = {
    "h": 3_600_000.0,
    "m": 60_000.0,
    "s": 1000.0,
    "ms": 1.0,
    "µs": 0.001,
    "μs": 0.001,
    "us": 0.001,
    "ns": 0.000_001,
}
_DURATION = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(h|ms|m|µs|μs|us|ns|s)")
_DURATIONS = re.compile(rf"(?:{_DURATION.pattern})+")


def matches(root: Node | None) -> bool:
    """An empty cassette of version 1 could be vcrpy's as well, and counts as that."""
    version, interactions = text_of(entry(root, "version")), entry(root, "interactions")
    first = first_item(interactions)
    if first is None:
        is_empty = isinstance(interactions, Sequence) and version == "2"
        return is_empty and has_only_keys(root, "version", "interactions")
    request = entry(first, "request")
    return version in ("1", "2") and has_keys(request, "url") and not has_keys(request, "uri")


def read(document: Document) -> Cassette:
    root = document.resolved
    interactions = (
        _interaction(index, node) for index, node in enumerate(items(entry(root, "interactions")))
    )
    return cassette_of(document, NAME, interactions, entry(root, "version"))


def read_duration(text: str | None) -> float | None:
    """A Go duration (`1m2.5s`, `365.1ms`) in milliseconds; None where it is none."""
    if not text or not _DURATIONS.fullmatch(text):
        return None
    return sum(float(number) * _MILLISECONDS[unit] for number, unit in _DURATION.findall(text))


def _interaction(index: int, node: Node) -> Interaction:
    interaction = read_interaction(index, node, _LAYOUT)
    response = interaction.response
    # The status is a whole status line: `200 OK`.
    reason = (response.reason or "").partition(" ")[2] or None
    return replace(
        interaction,
        response=replace(response, reason=reason),
        duration_ms=read_duration(text_of(entry(node, "response", "duration"))),
    )


FORMAT = Format(name=NAME, matches=matches, read=read)
