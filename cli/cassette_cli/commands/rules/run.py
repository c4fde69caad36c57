"""The work of `cassette rules`: the catalogue as a table, or some rules explained."""

from collections.abc import Sequence

from cassette_cli.commands.shared.output_format import TextMarkdownOrJson
from cassette_cli.errors import CassetteError
from cassette_cli.nearest import did_you_mean
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.rule import Rule
from cassette_cli.render.markdown.rules import rule_json, rule_text, rules_markdown, rules_table
from cassette_cli.render.safe_text import safe_json


def describe_rules(ids: Sequence[str], output_format: TextMarkdownOrJson) -> str:
    """What the rules of these ids find; without ids, all of them in short.

    Raises CassetteError for an id that no rule has.
    """
    chosen = _chosen(ids)
    match output_format:
        case TextMarkdownOrJson.TEXT:
            return "\n".join(map(rule_text, chosen)) if ids else rules_table(chosen)
        case TextMarkdownOrJson.MARKDOWN:
            return rules_markdown(chosen)
        case TextMarkdownOrJson.JSON:
            return safe_json({"rules": [rule_json(rule) for rule in chosen]}) + "\n"


def _chosen(ids: Sequence[str]) -> list[Rule]:
    known = {rule.id: rule for rule in rules()}
    unknown = [name for name in ids if name not in known]
    if unknown:
        raise CassetteError(
            f"no redaction rule is called {unknown[0]!r}",
            hint=did_you_mean(unknown[0], known, "`cassette rules` lists them"),
        )
    return [known[name] for name in ids or known]
