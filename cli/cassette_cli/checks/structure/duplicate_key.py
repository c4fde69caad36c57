"""No key stands twice in one mapping.

YAML and JSON forbid it; loaders that let it pass take the last of them, some the first. Headers
of a recorder that writes a name for each of its values (exvcr) may repeat.

Fails:

    method: GET
    method: POST

Passes:

    method: POST
"""

from collections import Counter
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import Location
from cassette_cli.document import Mapping, Scalar, Sequence, Syntax
from cassette_cli.finding import Severity
from cassette_cli.formats.catalogue import repeats_names
from cassette_cli.model import SIDES


def run(context: Context) -> Iterator[Problem]:
    repeating = _repeating_headers(context)
    # Headers that stand there as on the wire may repeat a name.
    is_raw = context.document.syntax is Syntax.HTTP
    nodes = [] if is_raw else list(context.document.roots)
    for node in nodes:  # which grow by what stands below each
        if isinstance(node, Sequence):
            nodes += node.items
        elif isinstance(node, Mapping):
            names = []
            for key, value in node.entries:
                names.append(key[0])
                nodes.append(value)
            if len(set(names)) < len(names) and node.start not in repeating:
                yield from _problems(context, node)


def _repeating_headers(context: Context) -> frozenset[int]:
    """Where headers begin that may repeat a name."""
    if not repeats_names(context.cassette.format):
        return frozenset()
    found = (
        reading.interaction.sources.get(f"{side}.headers")
        for reading in context.readings
        for side in SIDES
    )
    return frozenset(node.start for node in found if node is not None)


def _problems(context: Context, mapping: Mapping) -> Iterator[Problem]:
    keys = [key for key, _ in mapping.entries if isinstance(key, Scalar) and key.value != "<<"]
    counts = Counter(key.value for key in keys)
    for key in keys:
        if counts[key.value] > 1:
            counts[key.value] = 0
            interaction = context.interaction_at(key.start)
            yield Problem(
                "the same key stands again in this mapping",
                Location(interaction, "", key.start, key.start),
            )


CHECK = Check("duplicate-key", Severity.WARNING, "No key stands twice in one mapping", run)
