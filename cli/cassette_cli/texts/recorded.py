"""What is recorded beside the bodies: header fields, the URL, and whatever else the file holds."""

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from cassette_cli.document import (
    Document,
    Intent,
    ReplaceText,
    Scalar,
    SetBytes,
    SetValue,
    is_binary,
    source_offset,
)
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.model import Header, Interaction
from cassette_cli.text import splice
from cassette_cli.texts.leaf import EditsByNumber, Kind, Located, Part, Texts
from cassette_cli.texts.scalars import NamedScalar, scalars_of

# Maps of query and form parameters that a recorder keeps besides the URL and the body.
_PARAMETER_MAPS = frozenset(("form", "query", "query_string", "params", "post_fields"))
# The same as one string.
_QUERIES = frozenset(("query", "query_string"))
_NAMELESS = frozenset((Kind.URL, Kind.FORM))
# The URL, or the nodes that it is made of.
_URLS = frozenset(("request.url", "request.uri", "request.scope", "request.path"))


@dataclass(frozen=True, eq=False, slots=True)
class HeaderFields:
    """The values of the header fields of a message ("request" or "response")."""

    document: Document
    message: str
    headers: tuple[Header, ...]

    def texts(self) -> Iterator[Texts]:
        values = [header.value for header in self.headers if header.source is not None]
        names = [header.name for header in self.headers if header.source is not None]
        yield Texts(Kind.HEADER, values, names)

    def parts(self) -> Iterator[Part]:
        for number, header in enumerate(self.headers):
            if isinstance(header.source, Scalar):
                yield Part(number, Kind.HEADER, header.name, header.value)

    def node(self, number: int) -> Scalar:
        source = self.headers[number].source
        if not isinstance(source, Scalar):
            raise TypeError("a value of a header field is a scalar")
        return source

    def locate(self, number: int, offset: int) -> Located:
        scalar = self.node(number)
        # A character of base64 text has no place of its own in the file.
        binary = is_binary(scalar)
        place = scalar.start if binary else source_offset(self.document, scalar, offset)
        return Located((f"{self.message}.headers.{self.headers[number].name}",), place)

    def intents(self, edits: EditsByNumber) -> Iterator[Intent]:
        for number, these in edits.items():
            scalar = self.node(number)
            new = splice(self.headers[number].value, these)
            if is_binary(scalar):
                yield SetBytes(scalar, new.encode("utf-8", "surrogateescape"))
            else:
                yield SetValue(scalar, new)


@dataclass(frozen=True, eq=False, slots=True)
class OtherFields:
    """Strings of an interaction that stand neither in a header nor in a body.

    `urls` are the names of URLs, or of what they are made of, by the identity of their nodes.
    """

    document: Document
    scalars: Sequence[NamedScalar]
    urls: MappingOf[int, str]

    def texts(self) -> Iterator[Texts]:
        by_kind: dict[Kind, tuple[list[str], list[str]]] = {}
        for scalar, path, name, _ in self.scalars:
            kind = self._kind(scalar, path, name)
            texts, names = by_kind.setdefault(kind, ([], []))
            texts.append(scalar.value)
            names.append("" if kind in _NAMELESS else name)
        for kind, columns in by_kind.items():
            yield Texts(kind, *columns)

    def parts(self) -> Iterator[Part]:
        for number, (scalar, path, name, _) in enumerate(self.scalars):
            kind = self._kind(scalar, path, name)
            telling = "" if kind in _NAMELESS else name
            # A recorder may have another name for a URL.
            url = self.urls.get(id(scalar))
            by_role = tuple(url.split(".")) if url else path
            yield Part(number, kind, telling, scalar.value, path=by_role)

    def node(self, number: int) -> Scalar:
        return self.scalars[number].scalar

    def locate(self, number: int, offset: int) -> Located:
        scalar, path, *_ = self.scalars[number]
        place = source_offset(self.document, scalar, offset)
        return Located((self.urls.get(id(scalar)) or write_path(path),), place)

    def intents(self, edits: EditsByNumber) -> Iterator[Intent]:
        for number, these in edits.items():
            yield ReplaceText(self.scalars[number].scalar, tuple(these))

    def _kind(self, scalar: Scalar, path: JsonPath, name: str) -> Kind:
        if id(scalar) in self.urls:
            return Kind.URL
        if name in _QUERIES:
            return Kind.FORM
        return Kind.FIELD if _PARAMETER_MAPS.isdisjoint(path[:-1]) else Kind.PARAMETER


def other_fields(
    document: Document, interaction: Interaction, leave_out: Collection[int]
) -> OtherFields:
    """Every string of an interaction, but for what begins at the offsets to `leave_out`."""
    sources = interaction.sources
    node = sources.get("interaction")
    found = [] if node is None else scalars_of(node, "", leave_out, keys=False)
    strings = [scalar for scalar in found if scalar.is_string]
    return OtherFields(
        document, strings, {id(sources[name]): name for name in _URLS if name in sources}
    )
