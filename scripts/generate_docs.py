"""Writes the documents that are made from the program; `--check` fails where one is not current.

A document is a function here, which gives its text; add it to `DOCUMENTS` by the name of its file.
"""

import sys
from pathlib import Path

from cassette_cli.checks.catalogue import checks
from cassette_cli.redaction.catalogue import rules
from cassette_cli.render.check_docs import checks_markdown
from cassette_cli.render.rule_docs import rules_markdown

_DOCS = Path(__file__).parents[1] / "docs"


def write_checks() -> str:
    return checks_markdown(checks())


def write_rules() -> str:
    return rules_markdown(rules())


DOCUMENTS = {"checks.md": write_checks, "rules.md": write_rules}


def main() -> int:
    """Write each document, or name those that are not as they would be written."""
    texts = {_DOCS / name: write() for name, write in DOCUMENTS.items()}
    stale = [
        path
        for path, text in texts.items()
        if not path.is_file() or path.read_text("utf-8") != text
    ]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path} is not current: run scripts/generate_docs.py", file=sys.stderr)
        return bool(stale)
    for path in stale:
        path.write_text(texts[path], "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
