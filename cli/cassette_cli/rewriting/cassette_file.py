"""A cassette as a file: its document, and how its recorder writes in it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from cassette_cli.document import Document, Scalar, Sequence, is_binary
from cassette_cli.errors import EditError
from cassette_cli.model import SIDES, Cassette, Interaction
from cassette_cli.rewriting.header_fields import header_fields


@dataclass(frozen=True)
class CassetteFile:
    """The file of a cassette, whose habits a new value follows."""

    cassette: Cassette

    @property
    def document(self) -> Document:
        """The text and its nodes."""
        return self.cassette.document

    @cached_property
    def lists_header_values(self) -> bool:
        """Whether the first header of the file has a list of values, as with most recorders."""
        fields = (
            field
            for interaction in self.cassette.interactions
            for side in SIDES
            for field in header_fields(interaction.sources.get(f"{side}.headers"))
        )
        first = next(fields, None)
        return first is None or isinstance(first.value, Sequence)

    def body_style(self, *, several_lines: bool) -> str:
        """The style of most bodies in the file that are text of one line, or of several."""
        styles = self._body_styles[several_lines]
        default = "|" if several_lines else "'"
        return styles.most_common(1)[0][0] if styles else default

    @cached_property
    def _body_styles(self) -> dict[bool, Counter[str]]:
        """How many bodies of one line, and of several, have a style."""
        styles: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
        for interaction in self.cassette.interactions:
            for body in (interaction.request.body, interaction.response.body):
                source = body.source if body is not None else None
                if isinstance(source, Scalar) and source.value and not is_binary(source):
                    styles["\n" in source.value][source.style] += 1
        return styles


@contextmanager
def errors_at(cassette: Cassette, interaction: Interaction) -> Iterator[None]:
    """Name the line of an interaction in errors that name no place."""
    try:
        yield
    except EditError as error:
        node = interaction.sources.get("interaction")
        if node is not None and not error.where:
            line, _ = cassette.document.line_and_column(node.start)
            error.where = f"{cassette.path}:{line}"
        raise
