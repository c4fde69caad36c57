from collections.abc import Callable

from cassette_cli.checks.context import Context
from cassette_cli.checks.leaks.search import find_secrets
from cassette_cli.redaction.rule import SecretClass
from cassette_cli.redaction.samples import fake


def test_a_comment_can_stand_where_the_body_begins(
    read_parts: Callable[..., Context],
) -> None:
    context = read_parts(({"body": f"a note: {fake('sk-', 48)}"}, {}))
    (found,) = find_secrets(context, SecretClass.CREDENTIAL)
    text = context.document.text
    assert text[found.location.start :].startswith('"a note')
    assert text[found.location.offset :].startswith("sk-")
    assert found.rule == "openai-key"
