from base64 import b64encode

import pytest

from cassette_cli.comparing.media import describe, describe_bytes
from cassette_cli.json_values import Json

_PNG = b"\x89PNG" + bytes(range(256))
_ENCODED = b64encode(_PNG).decode()


@pytest.mark.parametrize(
    ("value", "described"),
    [
        pytest.param("a short text", "a short text", id="text stays"),
        pytest.param("word " * 100, "word " * 100, id="prose stays, however long"),
        pytest.param(_ENCODED, describe_bytes(_PNG), id="base64 is named by what it holds"),
        pytest.param(
            f"data:image/png;base64,{_ENCODED}", describe_bytes(_PNG), id="so is a data URI"
        ),
        pytest.param({"a": [_ENCODED]}, {"a": [describe_bytes(_PNG)]}, id="at any depth"),
        pytest.param([1, 2], [1, 2], id="a few numbers stay"),
        pytest.param([True] * 20, [True] * 20, id="flags are no vector"),
    ],
)
def test_describe(value: Json, described: Json) -> None:
    assert describe(value) == described


def test_a_vector_is_named_by_its_length_and_hash() -> None:
    vector: list[Json] = [0.5] * 20
    assert str(describe(vector)).startswith("<vector of 20 numbers, sha256 ")
    assert describe(vector) != describe([*vector[1:], 0.25])


def test_bytes_are_named_by_type_size_and_hash() -> None:
    text = describe_bytes(_PNG, "application/octet-stream")
    assert text.startswith("<image/png, 260 bytes, sha256 ")
    assert describe_bytes(b"abc", "x/y").startswith("<x/y, 3 bytes, sha256 ba7816bf8f01")
