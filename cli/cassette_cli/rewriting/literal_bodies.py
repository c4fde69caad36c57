"""Write bodies of text as literal blocks, which show them as they are."""

from collections.abc import Iterator

from cassette_cli.document import Intent, Restyle, Scalar, Syntax, is_binary, scalar_value
from cassette_cli.model import Body, Cassette
from cassette_cli.rewriting.operation import Step

_LITERAL = "|"
# What a recorder would write on a line of its own is easier to read without quotes and folds.
_LONG = 80


def make_bodies_literal(cassette: Cassette) -> Step:
    """Restyle the bodies of several lines, and long ones, where a literal block can hold them.

    JSON has no such style: nothing to do.
    """
    if cassette.document.syntax is Syntax.JSON:
        return Step()
    return Step(
        tuple(
            intent
            for interaction in cassette.interactions
            for body in (interaction.request.body, interaction.response.body)
            for intent in _restyled(body)
        )
    )


def _restyled(body: Body | None) -> Iterator[Intent]:
    source = body.source if body is not None else None
    if not isinstance(source, Scalar) or is_binary(source) or source.style == _LITERAL:
        return
    text = scalar_value(source)
    if isinstance(text, str) and ("\n" in text.rstrip("\n") or len(text) > _LONG):
        yield Restyle(source, _LITERAL, required=False)
