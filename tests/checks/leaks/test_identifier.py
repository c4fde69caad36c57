from collections.abc import Callable
from dataclasses import replace

from cassette_cli.checks.context import Context
from cassette_cli.checks.leaks.identifier import CHECK
from cassette_cli.redaction.rule import SecretClass


def test_identifiers_are_found_where_they_are_asked_for(
    read_parts: Callable[..., Context],
) -> None:
    headers = {"OpenAI-Organization": ["acme-corp-research"]}
    context = read_parts(({}, {"headers": headers}))
    asked = replace(context, secret_classes=(SecretClass.IDENTIFIER,))
    assert list(CHECK.run(context)) == []
    assert [found.location.name for found in CHECK.run(asked)] == [
        "response.headers.OpenAI-Organization"
    ]
