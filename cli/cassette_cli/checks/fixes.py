"""Fix what checks find, where that changes nothing of what was recorded."""

from dataclasses import dataclass
from typing import ClassVar

from cassette_cli.checks.engine import CheckSettings, find_problems
from cassette_cli.document import Intent
from cassette_cli.model import Cassette
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class Fix:
    """Make the edits that these checks propose, each once."""

    checks: tuple[str, ...]
    told: ClassVar[Told] = Told("fix made", "fixes made")

    def plan(self, cassette: Cassette) -> Plan:
        """Counts edits: a problem may need several, and several problems the same one."""
        intents = tuple(dict.fromkeys(fixes(cassette, CheckSettings(select=self.checks))))
        return Plan(intents, len(intents))

    def holds(self, _: Cassette, __: Cassette) -> bool:
        """What the fixes write is proven by the document; nothing more was promised."""
        return True


def fixes(cassette: Cassette, settings: CheckSettings) -> list[Intent]:
    """The edits that put right what can be put right without changing what was recorded."""
    return [intent for found in find_problems(cassette, settings) for intent in found.problem.fix]
