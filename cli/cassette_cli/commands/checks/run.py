"""The work of `cassette checks`: the catalogue as a table, or some checks explained."""

from collections.abc import Sequence

from cassette_cli.checks.catalogue import choose
from cassette_cli.commands.shared.output_format import TextMarkdownOrJson
from cassette_cli.render.markdown.checks import (
    check_json,
    checks_markdown,
    checks_table,
    checks_text,
)
from cassette_cli.render.safe_text import safe_json


def describe_checks(names: Sequence[str], output_format: TextMarkdownOrJson) -> str:
    """What the checks of these names look for; without names, all of them in short.

    Raises CassetteError for a name that no check has.
    """
    chosen = choose(tuple(names))
    match output_format:
        case TextMarkdownOrJson.TEXT:
            return checks_text(chosen) if names else checks_table(chosen)
        case TextMarkdownOrJson.MARKDOWN:
            return checks_markdown(chosen)
        case TextMarkdownOrJson.JSON:
            return safe_json({"checks": [check_json(check) for check in chosen]}) + "\n"
