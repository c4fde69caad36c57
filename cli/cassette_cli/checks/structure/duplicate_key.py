"""No key stands twice in one mapping.

YAML and JSON forbid it; loaders that let it pass take the last of them, some the first.

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


def run(context: Context) -> Iterator[Problem]:
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
            if len(set(names)) < len(names):
                yield from _problems(context, node)


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
