"""Redaction rules as documentation: what each finds, with examples whose secrets are cut short."""

from collections.abc import Iterable, Iterator, Sequence

from cassette_cli.json_values import Json
from cassette_cli.redaction.rule import Rule
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.secrets import search_for_secrets
from cassette_cli.render.safe_text import safe_line
from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Search

_SHOWN = 12
_INTRODUCTION = """\
# Redaction rules

What `cassette redact` and the check `secret` of `cassette validate` look for. Rules of the class
`credential` are in force; `--class credential,identifier` adds the others, `--select` and
`--ignore` take ids.

A comment keeps a value, on its line or on its own above it: `# cassette: ignore[rule-id]`. In a
configuration file, `per-file-ignores` keeps values of whole files:

```toml
[tool.cassette.per-file-ignores]
"tests/cassettes/public/*" = ["openai-key", "cookie"]
```
"""


def rules_table(rules: Sequence[Rule]) -> str:
    """A line for each rule: id, class, description."""
    width = max(len(rule.id) for rule in rules)
    return "".join(
        f"{rule.id:{width}}  {rule.secret_class.value:10}  {rule.description}\n" for rule in rules
    )


def rule_text(rule: Rule) -> str:
    """All there is to say of one rule."""
    lines = [f"{rule.id} ({rule.secret_class.value})", "", rule.description, ""]
    for title, items in _details(rule):
        lines += [f"{title}:", *(f"  {item}" for item in items), ""]
    lines += ["Kept with a comment on the line or above it:", f"  # cassette: ignore[{rule.id}]"]
    return "".join(f"{line}\n" for line in lines)


def rules_markdown(rules: Sequence[Rule]) -> str:
    """A document with a section for each rule."""
    sections = (
        [f"## {rule.id}", "", f"{rule.description} (`{rule.secret_class.value}`).", *_bullets(rule)]
        for rule in rules
    )
    return f"{_INTRODUCTION}\n" + "\n\n".join("\n".join(section) for section in sections) + "\n"


def rule_json(rule: Rule) -> Json:
    """A rule as data."""
    return {
        "id": rule.id,
        "class": rule.secret_class.value,
        "description": rule.description,
        "headers": list(rule.headers),
        "query": list(rule.query),
        "fields": list(rule.fields),
        "names": rule.names.pattern if rule.names else None,
        "pattern": rule.pattern.pattern if rule.pattern else None,
        "examples": list(_examples(rule)),
    }


def _bullets(rule: Rule) -> Iterator[str]:
    for title, items in _details(rule):
        yield ""
        yield f"{title}:"
        yield ""
        yield from (f"- {_code(item)}" for item in items)


def _details(rule: Rule) -> Iterator[tuple[str, list[str]]]:
    details: Iterable[tuple[str, Iterable[str]]] = (
        ("Headers", rule.headers),
        ("Parameters of queries and forms", rule.query),
        ("Members of JSON, with or without - and _", rule.fields),
        ("Names that match", [rule.names.pattern] if rule.names else []),
        ("Examples", _examples(rule)),
    )
    for title, items in details:
        if listed := list(items):
            yield title, listed


def _examples(rule: Rule) -> Iterator[str]:
    search = search_for_secrets(compile_rules([rule], select=[rule.id]))
    examples = (_shortened(example, search) for example in rule.hits)
    yield from dict.fromkeys(map(safe_line, examples))


def _shortened(example: str, search: Search) -> str:
    # Nobody's secret is shown: examples are made up. A scanner of this text need not know that.
    spans = [hit.span for hit in search.find(Kind.TEXT, "", example)]
    ends = [min(start + _SHOWN, start + (end - start) // 3) for start, end in spans]
    edits = [Edit(Span(at, span.end), "…") for at, span in zip(ends, spans, strict=True)]
    return splice(example, edits)


def _code(text: str) -> str:
    ticks = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    return f"{ticks}{space}{text}{space}{ticks}"
