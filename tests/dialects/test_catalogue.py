import pytest

from cassette_cli.dialects.catalogue import dialect_named, dialect_of, dialects
from cassette_cli.exchange import decode_exchange
from cassette_cli.model import Body, Interaction, Request, Response


def test_names_of_dialects_are_unique() -> None:
    names = [dialect.name for dialect in dialects()]
    assert len(set(names)) == len(names)


def test_a_dialect_is_found_by_its_name() -> None:
    assert dialect_named("openai-chat").name == "openai-chat"
    with pytest.raises(KeyError, match="acme"):
        dialect_named("acme")


def test_no_dialect_claims_what_is_no_model_call() -> None:
    response = Response(200, body=Body("<p>Hello</p>"))
    interaction = Interaction(0, Request("GET", "https://example.org/"), response)
    assert dialect_of(decode_exchange(interaction)) is None
