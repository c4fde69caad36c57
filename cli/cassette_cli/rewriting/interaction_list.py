"""Where a file lists its interactions, and the ids that number them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from cassette_cli.document import Mapping, Node, Scalar, Sequence, SetLiteral, location_of, text_of
from cassette_cli.model import Cassette, Interaction


def interaction_lists(cassette: Cassette) -> tuple[Sequence, ...]:
    """The nodes whose item N belongs to interaction N: one as a rule, none in some formats."""
    if cassette.lists and cassette.interactions:
        return cassette.lists
    found = interaction_list(cassette)
    return () if found is None else (found,)


def interaction_list(cassette: Cassette) -> Sequence | None:
    """The node that lists the interactions; None where there is none, or more than one."""
    if not cassette.interactions or len(cassette.lists) > 1:
        return None
    if cassette.lists:
        return cassette.lists[0]
    first = cassette.interactions[0].sources.get("interaction")
    root = cassette.document.resolved
    values: tuple[Node | None, ...] = (root,)
    if isinstance(root, Mapping):
        values = tuple(value for _, value in root.entries)
    for value in values:
        if isinstance(value, Sequence) and _begins_with(value, first):
            return value
    return None


def renumbering(interactions: Iterable[Interaction]) -> Iterator[SetLiteral]:
    """Make the ids of a recorder that has them (go-vcr) count these interactions from 0.

    Polly.js counts those of the same request from 0.
    """
    occurrences: Counter[str] = Counter()
    for position, interaction in enumerate(interactions):
        yield from _number(interaction.sources.get("id"), position)
        request = text_of(interaction.sources.get("occurrence.of")) or ""
        yield from _number(interaction.sources.get("occurrence"), occurrences[request])
        occurrences[request] += 1


def _number(node: Node | None, position: int) -> Iterator[SetLiteral]:
    if isinstance(node, Scalar) and node.value != str(position):
        yield SetLiteral(node, str(position))


def _begins_with(node: Sequence, first: Node | None) -> bool:
    # Resolving aliases makes new nodes, but leaves them their places.
    return (
        first is not None and bool(node.items) and location_of(node.items[0]) == location_of(first)
    )
