"""All redaction rules of the program, as `cassette rules` lists them."""

from functools import cache
from itertools import chain

from cassette_cli.plugins import collect
from cassette_cli.redaction.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the folder `rules`, sorted by id."""
    found = chain.from_iterable(collect("cassette_cli.redaction.rules", "RULES", tuple))
    return tuple(sorted(found, key=lambda rule: rule.id))
