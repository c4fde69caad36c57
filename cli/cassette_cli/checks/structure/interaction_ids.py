"""The ids of a go-vcr cassette count from 0 without gaps.

go-vcr numbers interactions as it records them, and does not look at the numbers when it plays
them. Ids out of sequence are left behind when interactions are moved, copied or deleted by hand.

Fails:

    - id: 0
    - id: 2

Passes:

    - id: 0
    - id: 1
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.document import Scalar, SetLiteral, integer_of
from cassette_cli.finding import Severity


def run(context: Context) -> Iterator[Problem]:
    for position, reading in enumerate(context.readings):
        node = reading.interaction.sources.get("id")
        number = integer_of(node)
        if number is None or number == position or not isinstance(node, Scalar):
            continue
        yield Problem(
            f"the id is {number}, the position is {position}",
            field_location(reading, "id"),
            fix=(SetLiteral(node, str(position)),),
        )


CHECK = Check(
    "interaction-ids",
    Severity.WARNING,
    "Ids are the positions of the interactions",
    run,
    fixable=True,
)
