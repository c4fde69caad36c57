"""Whether a recorder still finds a recorded request after an edit."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from cassette_cli.document import Node, Scalar, walk
from cassette_cli.model import Cassette, Interaction
from cassette_cli.recorders.catalogue import recorder_of
from cassette_cli.recorders.recorder import Compared


@dataclass(frozen=True, slots=True)
class Unmatched:
    """An interaction, by its position, and what of its request changed that is compared."""

    interaction: int
    changed: tuple[Compared, ...]


def unmatched(before: Cassette, after: Cassette) -> tuple[Unmatched, ...]:
    """The interactions that the recorder would no longer find for the requests of the tests.

    Interactions are compared by their positions; nothing is known of other recorders' cassettes.
    """
    recorder = recorder_of(before)
    if recorder is None:
        return ()
    pairs = zip(before.interactions, after.interactions, strict=False)
    found = (
        Unmatched(
            old.index,
            tuple(part for part in recorder.compares if _PARTS[part](old) != _PARTS[part](new)),
        )
        for old, new in pairs
    )
    return tuple(one for one in found if one.changed)


def _part_of_url(read: Callable[[SplitResult], object]) -> Callable[[Interaction], object]:
    def read_part(interaction: Interaction) -> object:
        url = interaction.request.url
        try:
            return read(urlsplit(url))
        except ValueError:
            # What is no URL is compared as a whole: `<API_BASE>/chat`.
            return url

    return read_part


def _headers(interaction: Interaction) -> object:
    return [(header.name, header.value) for header in interaction.request.headers]


def _body(interaction: Interaction) -> object:
    body = interaction.request.body
    return body and body.content


def _source(name: str) -> Callable[[Interaction], object]:
    return lambda interaction: _values(interaction.sources.get(name))


def _values(node: Node | None) -> list[str]:
    return [leaf.value for leaf in walk(node) if isinstance(leaf, Scalar)] if node else []


_PARTS: dict[Compared, Callable[[Interaction], object]] = {
    Compared.METHOD: lambda interaction: interaction.request.method,
    Compared.URL: lambda interaction: interaction.request.url,
    Compared.SCHEME: _part_of_url(lambda url: url.scheme),
    Compared.HOST: _part_of_url(lambda url: url.hostname),
    Compared.PORT: _part_of_url(lambda url: url.port),
    Compared.PATH: _part_of_url(lambda url: url.path),
    Compared.QUERY: _part_of_url(lambda url: url.query),
    Compared.HEADERS: _headers,
    Compared.BODY: _body,
    Compared.CONTENT_LENGTH: _source("request.content_length"),
    Compared.FORM: _source("request.form"),
}
