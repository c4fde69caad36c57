"""The fixes of problems, as edits of a document."""

from cassette_cli.checks.engine import CheckSettings, find_problems
from cassette_cli.document import Intent
from cassette_cli.model import Cassette


def fixes(cassette: Cassette, settings: CheckSettings) -> list[Intent]:
    """The edits that put right what can be put right without changing what was recorded."""
    return [intent for found in find_problems(cassette, settings) for intent in found.problem.fix]
