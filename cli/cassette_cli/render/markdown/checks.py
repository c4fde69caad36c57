"""The documentation of checks, as `cassette checks` prints it and as Markdown."""

from collections.abc import Collection, Iterable, Iterator

from cassette_cli.checks.catalogue import GROUPS, checks_of, documentation
from cassette_cli.checks.check import Check
from cassette_cli.json_values import Json

_INTRODUCTION = """\
# Checks

What `cassette validate` looks for. An **error** breaks the recording for the recorder or its
client, a **warning** is hardly ever meant, and a note (`info`) is worth a look and fails nothing.
`--select` and `--ignore` choose checks by name; a comment silences one in place, on the line of the
finding, on the line above, or where the value begins that it stands in:

```yaml
# cassette: ignore[error-status]
```

Those marked *fixable* are put right by `cassette validate --fix` where that is safe.
"""


def checks_markdown(checks: Collection[Check]) -> str:
    """A document of checks, by the kind of thing that they look at."""
    parts = [_INTRODUCTION]
    for group in GROUPS:
        if chosen := [check for check in checks_of(group) if check in checks]:
            parts += [f"## {group.capitalize()}\n", *map(_section, chosen)]
    return "\n".join(parts)


def checks_table(checks: Collection[Check]) -> str:
    """A line for each check: id, severity, summary."""
    width = max(len(check.id) for check in checks)
    return "".join(
        f"{check.id:{width}}  {check.severity.word:7}  {check.summary}\n" for check in checks
    )


def checks_text(checks: Iterable[Check]) -> str:
    """The documentation of checks for the terminal."""
    return "\n".join(
        f"{_heading(check)}\n\n{_indented(documentation(check).strip())}\n" for check in checks
    )


def check_json(check: Check) -> dict[str, Json]:
    """One check as JSON."""
    return {
        "id": check.id,
        "severity": check.severity.word,
        "fixable": check.fixable,
        "summary": check.summary,
        "documentation": documentation(check).strip(),
    }


def _heading(check: Check) -> str:
    return f"{check.id} ({_traits(check)})"


def _traits(check: Check) -> str:
    return f"{check.severity.word}, fixable" if check.fixable else check.severity.word


def _section(check: Check) -> str:
    body = "\n".join(_fenced(documentation(check).strip().splitlines()))
    return f"### `{check.id}`\n\n*{_traits(check)}*\n\n{body}\n"


def _fenced(lines: list[str]) -> Iterator[str]:
    """Indented examples as fenced ones: Markdown tools agree on those."""
    inside = False
    for number, line in enumerate(lines):
        following = next((later for later in lines[number:] if later.strip()), "")
        indented = following.startswith("    ")
        if indented and not inside and line.strip():
            yield "```"
            inside = True
        elif inside and not indented:
            yield "```"
            if line.strip():
                yield ""
            inside = False
        yield line.removeprefix("    ") if inside else line
    if inside:
        yield "```"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.splitlines())
