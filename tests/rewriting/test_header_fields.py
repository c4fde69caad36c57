from collections.abc import Sequence

import pytest

from cassette_cli.document import parse
from cassette_cli.rewriting.header_fields import header_fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(
            "Accept: [a, b]\nHost: c\n",
            [("Accept", (0,), ["a", "b"]), ("Host", (1,), ["c"])],
            id="a mapping",
        ),
        pytest.param("Accept: []\n", [("Accept", (0,), [])], id="a field without a value"),
        pytest.param(
            "? !!python/object/apply:multidict._multidict.istr\n- Accept\n: - a\n",
            [("Accept", (0,), ["a"])],
            id="a name in a Python object",
        ),
        pytest.param("!!binary QWNjZXB0: a\n", [("Accept", (0,), ["a"])], id="a name in base64"),
        pytest.param(
            "- [Accept, a]\n- [Host, [b]]\n",
            [("Accept", (0,), ["a"]), ("Host", (1,), ["b"])],
            id="pairs",
        ),
        pytest.param(
            "!!python/object/apply:__builtin__.frozenset\n- - - Accept\n    - a\n  - [Host, b]\n",
            [("Accept", (0,), ["a"]), ("Host", (1,), ["b"])],
            id="a frozen set of pairs",
        ),
        pytest.param(
            '["Accept", "a", "Date", "10:00"]',
            [("Accept", (0, 1), ["a"]), ("Date", (2, 3), ["10:00"])],
            id="names and values in turn",
        ),
        pytest.param(
            '["Accept: a\\r\\n", "Host: b:80\\r\\n"]',
            [("Accept", (0,), ["Accept: a\r\n"]), ("Host", (1,), ["Host: b:80\r\n"])],
            id="lines",
        ),
        pytest.param("[]", [], id="an empty list"),
        pytest.param("null", [], id="null"),
    ],
)
def test_header_fields(text: str, fields: Sequence[tuple[str, tuple[int, ...], list[str]]]) -> None:
    found = [
        (field.name, field.indexes, [scalar.value for scalar in field.values])
        for field in header_fields(parse("t.yaml", text).root)
    ]
    assert found == fields


def test_case_does_not_count() -> None:
    (field,) = header_fields(parse("t.yaml", "ACCEPT: a").root)
    assert field.is_called("accept")
    assert not field.is_called("accept-encoding")
