"""Take interactions out of a cassette, and number the others anew."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from cassette_cli.document import (
    Delete,
    Intent,
    Mapping,
    Node,
    Scalar,
    Sequence,
    SetLiteral,
    location_of,
)
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette, Interaction
from cassette_cli.rewriting.operation import Operation, Step


def keep_interactions(positions: Collection[int]) -> Operation:
    """Keep those at these positions, and drop all others."""
    return lambda cassette: _keep(cassette, positions)


def keeping(cassette: Cassette, positions: Collection[int], notes: tuple[str, ...] = ()) -> Step:
    """The step that leaves the interactions at these positions. Raises EditError where the format
    holds one interaction, and that one would go.
    """
    kept = [one for one in cassette.interactions if one.index in positions]
    dropped = [one.index for one in cassette.interactions if one.index not in positions]
    if not dropped:
        return Step()
    container = interaction_list(cassette)
    if container is None:
        raise EditError(
            f"a file of the format {cassette.format} holds one interaction",
            where=cassette.path,
            hint="delete the file instead",
        )
    left = tuple(replace(one, index=index) for index, one in enumerate(kept))
    return Step(
        (*(Delete(container, index) for index in dropped), *renumbering(kept)),
        notes,
        lambda after: after.interactions == left,
    )


def renumbering(interactions: Collection[Interaction]) -> Iterator[Intent]:
    """Make the ids of a recorder that has them (go-vcr) the positions among these."""
    for position, interaction in enumerate(interactions):
        number = interaction.sources.get("id")
        if isinstance(number, Scalar) and number.value != str(position):
            yield SetLiteral(number, str(position))


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


def _begins_with(node: Sequence, first: Node | None) -> bool:
    if first is None or not node.items:
        return False
    # Resolving aliases makes new nodes, but leaves them their spans.
    return location_of(node.items[0]) == location_of(first)


def _keep(cassette: Cassette, positions: Collection[int]) -> Step:
    return keeping(cassette, positions)
