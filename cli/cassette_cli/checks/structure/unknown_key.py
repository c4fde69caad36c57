"""The file has no keys at its top that the recorder does not know.

Such keys come from serializers of a project's own, or from a slip of the pen; the recorder drops
them when it writes the file again.

Reported:

    version: 1
    interactions: []
    interaktions: []

Passes:

    version: 1
    interactions: []
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import file_location
from cassette_cli.document import Mapping, Scalar
from cassette_cli.finding import Severity
from cassette_cli.formats import betamax, go_vcr, vcr_ruby, vcrpy

_KNOWN = {
    vcrpy.NAME: frozenset(("version", "interactions", "metadata")),
    go_vcr.NAME: frozenset(("version", "interactions")),
    vcr_ruby.NAME: frozenset(("http_interactions", "recorded_with")),
    betamax.NAME: frozenset(("http_interactions", "recorded_with")),
}


def run(context: Context) -> Iterator[Problem]:
    root = context.document.root
    known = _KNOWN.get(context.cassette.format)
    if known is None or not isinstance(root, Mapping):
        return
    for key, _ in root.entries:
        if not isinstance(key, Scalar) or key.value not in known:
            yield Problem("the recorder knows no such key", file_location(key))


CHECK = Check("unknown-key", Severity.INFO, "The recorder knows every key at the top", run)
