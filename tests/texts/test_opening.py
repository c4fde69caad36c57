from base64 import b64encode

import pytest

from cassette_cli.texts.base64_text import Base64Text
from cassette_cli.texts.json_text import JsonText
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.opening import may_carry, open_text

_TEXT = b64encode(b"the answer is 42").decode()


@pytest.mark.parametrize(
    ("name", "text", "carrier"),
    [
        pytest.param("a", '{"b": 1}', JsonText, id="an object"),
        pytest.param("a", "[]", JsonText, id="a list"),
        pytest.param("data", _TEXT, Base64Text, id="base64 in a member that holds such"),
        pytest.param("data", "[1]", JsonText, id="JSON in such a member"),
        pytest.param("a", _TEXT, None, id="base64 elsewhere"),
        pytest.param("a", '{"b"', None, id="what only begins like JSON"),
        pytest.param("data", "plain words", None, id="no base64"),
    ],
)
def test_open_text(name: str, text: str, carrier: type | None) -> None:
    opened = open_text(name, text)
    assert (type(opened) if opened else None) == carrier
    assert opened is None or may_carry(Kind.FIELD, name, text)


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        pytest.param(Kind.FIELD, "a", '"b"', id="a string of JSON"),
        pytest.param(Kind.HEADER, "data", "{}", id="a header"),
        pytest.param(Kind.TEXT, "", "{}", id="a whole body"),
    ],
)
def test_what_need_not_be_opened(kind: Kind, name: str, text: str) -> None:
    assert not may_carry(kind, name, text)
