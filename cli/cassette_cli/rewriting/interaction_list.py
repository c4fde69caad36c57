"""Where a file lists its interactions, and the ids that number them."""

from collections.abc import Iterable, Iterator

from cassette_cli.document import Intent, Mapping, Node, Scalar, Sequence, SetLiteral, location_of
from cassette_cli.model import Cassette, Interaction


def interaction_list(cassette: Cassette) -> Sequence | None:
    """The node that lists the interactions; None where there is none."""
    if not cassette.interactions:
        return None
    first = cassette.interactions[0].sources.get("interaction")
    root = cassette.document.resolved
    values: tuple[Node | None, ...] = (root,)
    if isinstance(root, Mapping):
        values = tuple(value for _, value in root.entries)
    for value in values:
        if isinstance(value, Sequence) and _begins_with(value, first):
            return value
    return None


def renumbering(interactions: Iterable[Interaction], start: int = 0) -> Iterator[Intent]:
    """Make the ids of a recorder that has them (go-vcr) count these interactions from `start`."""
    for position, interaction in enumerate(interactions, start):
        number = interaction.sources.get("id")
        if isinstance(number, Scalar) and number.value != str(position):
            yield SetLiteral(number, str(position))


def _begins_with(node: Sequence, first: Node | None) -> bool:
    # Resolving aliases makes new nodes, but leaves them their places.
    return (
        first is not None and bool(node.items) and location_of(node.items[0]) == location_of(first)
    )
