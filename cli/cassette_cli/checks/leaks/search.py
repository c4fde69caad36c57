"""The search for secrets that the checks of leaks share: each class once over a recording."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from cassette_cli.checks.check import Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import Location
from cassette_cli.reading import Reading
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.rule import Rule, SecretClass
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.secrets import mask, search_for_secrets
from cassette_cli.texts.find import Found, find
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Hit, Search

# Sent to every browser: the keys in the addresses that it reports to are public ones.
_PUBLIC_HEADERS = frozenset(
    (
        "content-security-policy",
        "content-security-policy-report-only",
        "report-to",
        "reporting-endpoints",
        "nel",
    )
)


def find_secrets(context: Context, secret_class: SecretClass) -> Iterator[Problem]:
    """Every secret of a class, if the recording is to be searched for it."""
    if secret_class not in context.secret_classes:
        return
    search = _search(secret_class)
    everything = find(context.document, context.readings, search)
    for reading, of_one in zip(context.readings, everything, strict=True):
        for found in of_one:
            if isinstance(found.label, Rule):
                message = f"{found.label.id}: {mask(found.text)}"
                yield Problem(message, _location(reading, found), rule=found.label.id)


def _location(reading: Reading, found: Found) -> Location:
    start = found.offset
    for message in reading.messages:
        source = message.body.source if message.body else None
        if source is not None and found.location.startswith(f"{message.name}.body"):
            start = source.start
    return Location(reading.index, found.location, found.offset, start)


@cache
def _search(secret_class: SecretClass) -> Search:
    search = search_for_secrets(compile_rules(rules(), classes=(secret_class,)))

    def find_in_text(kind: Kind, name: str, text: str) -> list[Hit]:
        if kind is Kind.HEADER and name.lower() in _PUBLIC_HEADERS:
            return []
        hits = search.find(kind, name, text)
        # Without a replacement nothing is edited, and what cannot be edited is no error.
        return [hit._replace(replacement=None) for hit in hits] if hits else []

    return replace(search, find=find_in_text)
