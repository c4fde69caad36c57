"""A copy of an interaction at the end of its cassette, to be made another one."""

from cassette_cli.document import Copy, Scalar, SetLiteral
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.interactions import interaction_list
from cassette_cli.rewriting.operation import Operation, Step


def add_like(index: int) -> Operation:
    """Append a copy of this interaction. Raises EditError where the format holds one alone."""

    def operation(cassette: Cassette) -> Step:
        container = interaction_list(cassette)
        if container is None:
            raise EditError(f"a file of the format {cassette.format} holds one interaction")
        count = len(container.items)
        return Step(
            (Copy(container, index, count - 1),),
            holds=lambda after: len(after.interactions) == count + 1,
        )

    return operation


def number_last(cassette: Cassette) -> Step:
    """Give the last interaction its position as the id, where a recorder keeps one (go-vcr)."""
    last = cassette.interactions[-1]
    number = last.sources.get("id")
    if not isinstance(number, Scalar) or number.value == str(last.index):
        return Step()
    return Step((SetLiteral(number, str(last.index)),))
