"""The record by which a recorder's file format is known."""

from collections.abc import Callable
from typing import NamedTuple

from cassette_cli.document import Document, Node
from cassette_cli.model import Cassette


class Format(NamedTuple):
    """A file format of one recorder.

    `matches(root)` tells from the resolved root node whether a file is of this format, by its
    structure alone; exactly one format claims a cassette, whatever the order. `read(document)`
    gives the cassette, and never fails on a field that is missing or of another type.

    `may_lack` names fields of `Interaction.sources` without which the recorder still plays an
    interaction. `repeats_names` is true where a header of several values is several members of one
    mapping. `many_documents` is true where a file may hold several YAML documents, or JSON
    values, each of which has to match.
    """

    name: str
    matches: Callable[[Node | None], bool]
    read: Callable[[Document], Cassette]
    may_lack: frozenset[str] = frozenset()
    repeats_names: bool = False
    many_documents: bool = False
