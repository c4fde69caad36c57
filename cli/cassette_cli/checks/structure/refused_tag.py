"""No tag stands in a vcrpy cassette that vcrpy refuses to load.

From version 8.2.1 on, vcrpy constructs no Python objects: a cassette with a tag such as
`!!python/object/new:multidict.istr` cannot be played at all. It knows strings, tuples, BytesIO and
iterators.

Fails:

    X-Server:
    - !!python/object/new:acme.Text
      args: [a]

Passes:

    X-Server:
    - a
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import Location
from cassette_cli.document import Syntax, walk
from cassette_cli.finding import Severity

_FORMATS = frozenset(("vcrpy", "vcrpy-old"))
_PREFIX = "tag:yaml.org,2002:"
_OF_YAML = ("binary", "bool", "float", "int", "map", "merge", "null", "omap", "pairs", "seq", "set")
_OF_PYTHON = ("str", "tuple", "unicode", "object/new:_io.BytesIO", "object/apply:builtins.iter")
_KNOWN = frozenset(
    (*_OF_YAML, "str", "timestamp", "value", *(f"python/{name}" for name in _OF_PYTHON))
)
_LONGEST_SHOWN = 60


def run(context: Context) -> Iterator[Problem]:
    document = context.document
    if context.cassette.format not in _FORMATS or document.syntax is not Syntax.YAML:
        return
    seen: set[str] = set()
    for root in document.roots:
        for node in walk(root):
            tag = getattr(node, "tag", None)
            # One of a kind is enough: each interaction has the same.
            if tag and not _is_known(tag) and tag not in seen:
                seen.add(tag)
                yield Problem(
                    f"vcrpy refuses to load the tag {tag[:_LONGEST_SHOWN]}",
                    Location(context.interaction_at(node.start), "", node.start, node.start),
                )


def _is_known(tag: str) -> bool:
    name = tag.removeprefix("!!").removeprefix(_PREFIX)
    return tag == "!" or (name != tag and name in _KNOWN)


CHECK = Check("refused-tag", Severity.WARNING, "vcrpy loads the tags of a cassette", run)
