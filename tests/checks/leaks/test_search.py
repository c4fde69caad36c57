from collections.abc import Callable

from cassette_cli.checks.leaks.search import find_secrets
from cassette_cli.checks.recording import Recording
from cassette_cli.redaction.rule import SecretClass
from cassette_cli.redaction.samples import fake


def test_a_comment_can_stand_where_the_body_begins(
    read_parts: Callable[..., Recording],
) -> None:
    recording = read_parts(({"body": f"a note: {fake('sk-', 48)}"}, {}))
    (found,) = find_secrets(recording, SecretClass.CREDENTIAL)
    text = recording.document.text
    assert text[found.spot.start :].startswith('"a note')
    assert text[found.spot.offset :].startswith("sk-")
    assert found.rule == "openai-key"
