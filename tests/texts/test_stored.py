import pytest

from cassette_cli.document import Intent, Scalar, Sequence, SetBytes, SetValue
from cassette_cli.errors import EditError
from cassette_cli.model import Body
from cassette_cli.texts.stored import store

_TEXT = Scalar("abc", "'", 0, 5)
_CHUNKS = (Scalar("6162", "'", 1, 7), Scalar("63", "'", 9, 13))


@pytest.mark.parametrize(
    ("body", "stored", "intents"),
    [
        pytest.param(Body("abc", (), _TEXT), "x", (SetValue(_TEXT, "x"),), id="text"),
        pytest.param(Body(b"abc", ("base64",), _TEXT), b"x", (SetBytes(_TEXT, b"x"),), id="base64"),
        pytest.param(Body(b"abc", ("hex",), _TEXT), b"x", (SetValue(_TEXT, "78"),), id="digits"),
        pytest.param(
            Body(b"abc", ("hex",), Sequence(_CHUNKS, True, 0, 14)),  # noqa: FBT003 -- a flow
            b"abcd",
            (SetValue(_CHUNKS[1], "6364"),),
            id="chunks of digits: those that stay are not written",
        ),
    ],
)
def test_store(body: Body, stored: str | bytes, intents: tuple[Intent, ...]) -> None:
    assert store(body, stored) == intents


def test_what_cannot_be_stored() -> None:
    with pytest.raises(EditError, match="stored as erlang-term cannot be written back"):
        store(Body(b"abc", ("erlang-term",), _TEXT), b"x")
