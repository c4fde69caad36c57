"""What a text is that is neither YAML nor JSON, where that can be told: a better error to show."""

import re

from cassette_cli.errors import ParseError

# A conflict as git leaves it: https://git-scm.com/docs/git-merge.
_CONFLICT = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\r?\n(?:.*\n)*?>{7} ", re.MULTILINE)
_BEGINNINGS = (
    ("a page of HTML", re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)),
    ("an XML document", re.compile(r"\s*<\?xml ")),
    ("a script", re.compile(r"#!")),
)
_NAMES = {
    ".md": "a Markdown text",
    ".markdown": "a Markdown text",
    ".rst": "a reStructuredText",
    ".html": "a page of HTML",
    ".py": "Python source code",
    ".rb": "Ruby source code",
    ".go": "Go source code",
    ".js": "JavaScript source code",
    ".ts": "TypeScript source code",
}
_README = re.compile(r"(?:.*/)?README[^/]*", re.IGNORECASE)


def instead(name: str, text: str) -> ParseError | None:
    """The error that says what a text is; None where it looks like data that is broken."""
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        return ParseError(
            "an unresolved merge conflict begins here",
            where=f"{name}:{line}",
            hint="choose one of the two versions, and take the markers out",
        )
    kind = _kind(name, text)
    if kind is None:
        return None
    return ParseError(f"{kind}, not a recording", where=name, hint="name a YAML or JSON file")


def _kind(name: str, text: str) -> str | None:
    for kind, beginning in _BEGINNINGS:
        if beginning.match(text):
            return kind
    suffix = re.search(r"\.\w+$", name)
    by_suffix = _NAMES.get(suffix[0].lower()) if suffix else None
    return by_suffix or ("a README" if _README.fullmatch(name) else None)
