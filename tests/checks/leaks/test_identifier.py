from collections.abc import Callable
from dataclasses import replace

from cassette_cli.checks.leaks.identifier import CHECK
from cassette_cli.checks.recording import Recording
from cassette_cli.redaction.rule import SecretClass


def test_identifiers_are_found_where_they_are_asked_for(
    read_parts: Callable[..., Recording],
) -> None:
    headers = {"OpenAI-Organization": ["acme-corp-research"]}
    recording = read_parts(({}, {"headers": headers}))
    asked = replace(recording, secret_classes=(SecretClass.IDENTIFIER,))
    assert list(CHECK.run(recording)) == []
    assert [found.spot.location for found in CHECK.run(asked)] == [
        "response.headers.OpenAI-Organization"
    ]
