"""`cassette rules`: the redaction rules, and what each of them finds."""

from enum import StrEnum
from typing import Annotated

import typer


class OutputFormat(StrEnum):
    """How `rules` prints."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def rules(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[RULE]...", help="Rules to explain; all are listed otherwise."),
    ] = None,
    *,
    output_format: Annotated[
        OutputFormat,
        typer.Option(
            "--output-format", metavar="FORMAT", help="How to print: text, markdown or json."
        ),
    ] = OutputFormat.TEXT,
) -> None:
    """List the redaction rules, or explain some of them.

    In examples the secrets are cut short.
    """
    from cassette_cli.errors import CassetteError
    from cassette_cli.redaction.catalogue import rules as all_rules
    from cassette_cli.render.markdown.rules import rule_json, rule_text, rules_markdown, rules_table
    from cassette_cli.render.safe_text import safe_json

    known = {rule.id: rule for rule in all_rules()}
    unknown = [name for name in ids or () if name not in known]
    if unknown:
        raise CassetteError(
            f"no redaction rule is called {unknown[0]!r}", hint="`cassette rules` lists them"
        )
    chosen = [known[name] for name in ids or known]
    match output_format:
        case OutputFormat.JSON:
            typer.echo(safe_json({"rules": [rule_json(rule) for rule in chosen]}))
        case OutputFormat.MARKDOWN:
            typer.echo(rules_markdown(chosen), nl=False)
        case OutputFormat.TEXT:
            text = "\n".join(map(rule_text, chosen)) if ids else rules_table(chosen)
            typer.echo(text, nl=False)
