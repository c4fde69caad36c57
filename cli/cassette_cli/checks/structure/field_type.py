"""Fields hold what their recorder expects: numbers are numbers, headers are a mapping.

A field of another type is read as if it were not there, or makes the recorder fail.

Fails:

    response:
      status: {code: fine, message: OK}
      headers: none

Passes:

    response:
      status: {code: 200, message: OK}
      headers: {}
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import node_location
from cassette_cli.document import Node, Scalar, integer_of, is_null
from cassette_cli.finding import Severity

_MAPPINGS = ("request", "response")
_TEXTS = ("request.method", "request.url")
_NUMBERS = (
    "id",
    "response.status_code",
    "request.content_length",
    "response.content_length",
)


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        for name, node in reading.interaction.sources.items():
            if expected := _expected(name, node):
                yield Problem(f"the value is no {expected}", node_location(reading, name, node))


def _expected(name: str, node: Node) -> str | None:
    if name in _MAPPINGS and isinstance(node, Scalar):
        return "mapping"
    if name in _TEXTS and (not isinstance(node, Scalar) or is_null(node)):
        return "text"
    if name in _NUMBERS and integer_of(node) is None and not is_null(node):
        return "integer"
    if name.endswith(".headers") and isinstance(node, Scalar) and not is_null(node):
        return "mapping"
    return None


CHECK = Check("field-type", Severity.ERROR, "Fields hold values of the right type", run)
