"""The parts of a recorded request, in the form in which recorders compare them."""

import json
from collections.abc import Callable, Hashable
from urllib.parse import SplitResult, parse_qsl, urlsplit

from cassette_cli.document import Node, Scalar, text_of, walk
from cassette_cli.json_values import Json, read_json
from cassette_cli.model import Interaction, Structured
from cassette_cli.recorders.recorder import Compared, Recorder

ReadPart = Callable[[Interaction], Hashable]


def read_part(recorder: Recorder, part: Compared, interaction: Interaction) -> Hashable:
    """A part of a request as a recorder compares it: equal values match."""
    return (recorder.reads.get(part) or _PARTS[part])(interaction)


def part_of_url(read: Callable[[SplitResult], Hashable]) -> ReadPart:
    """What `read` gives for the parts of the URL; the whole URL where it is none."""

    def read_url(interaction: Interaction) -> Hashable:
        url = interaction.request.url
        try:
            return read(urlsplit(url))
        except ValueError:
            # What is no URL is compared as a whole: `<API_BASE>/chat`.
            return url

    return read_url


def headers(interaction: Interaction) -> frozenset[tuple[str, tuple[str, ...]]]:
    """Header fields by their names, in whatever order; the values of one name keep theirs."""
    values: dict[str, tuple[str, ...]] = {}
    for header in interaction.request.headers:
        values[header.name] = (*values.get(header.name, ()), header.value)
    return frozenset(values.items())


def body(interaction: Interaction) -> Hashable:
    """The stored body to the letter; what was stored as data, by its value."""
    recorded = interaction.request.body
    if recorded is None:
        return ""
    content = recorded.content
    return canonical(content.value) if isinstance(content, Structured) else content


def body_by_value(interaction: Interaction) -> Hashable:
    """The body as a JSON value where it is one, whatever its spelling; text without line ends."""
    recorded = interaction.request.body
    content = recorded.content if recorded else ""
    if isinstance(content, Structured):
        return canonical(content.value)
    if isinstance(content, bytes):
        return content
    value = read_json(content)
    if isinstance(value, dict | list):
        return canonical(value)
    return content.replace("\r", "").replace("\n", "")


def canonical(value: Json) -> str:
    """One spelling for equal JSON values."""
    return json.dumps(value, sort_keys=True)


def sorted_query(url: SplitResult) -> Hashable:
    """The parameters of a query, whatever their order; those without a value do not count."""
    return tuple(sorted(parse_qsl(url.query)))


def _source(name: str) -> ReadPart:
    return lambda interaction: _values(interaction.sources.get(name))


def _values(node: Node | None) -> tuple[str, ...]:
    """What stands below a node; keys and values of mappings, too."""
    return tuple(leaf.value for leaf in walk(node) if isinstance(leaf, Scalar)) if node else ()


_PARTS: dict[Compared, ReadPart] = {
    Compared.METHOD: lambda interaction: interaction.request.method,
    Compared.URL: lambda interaction: interaction.request.url,
    Compared.SCHEME: part_of_url(lambda url: url.scheme),
    Compared.HOST: part_of_url(lambda url: url.hostname),
    Compared.PORT: part_of_url(lambda url: url.port),
    Compared.PATH: part_of_url(lambda url: url.path),
    Compared.QUERY: part_of_url(lambda url: url.query),
    Compared.HEADERS: headers,
    Compared.BODY: body,
    Compared.CONTENT_LENGTH: _source("request.content_length"),
    Compared.FORM: _source("request.form"),
    Compared.INDEX: lambda interaction: text_of(interaction.sources.get("index")) or "0",
}
