from base64 import b64decode, b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.base64_lines import byte_edits
from cassette_cli.document.nodes import Scalar
from cassette_cli.text import splice

_BINARY = "tag:yaml.org,2002:binary"


def _lines(data: bytes, width: int) -> str:
    packed = b64encode(data).decode()
    return "".join(packed[at : at + width] + "\n" for at in range(0, len(packed), width))


def _edited(value: str, data: bytes, style: str = "|", tag: str = _BINARY) -> str:
    return splice(value, byte_edits(Scalar(value, style, 0, 0, tag), data))


@pytest.mark.parametrize(
    ("value", "data", "style", "tag", "after"),
    [
        pytest.param("YWJj\n", b"abc", "|", _BINARY, "YWJj\n", id="the same bytes"),
        pytest.param("YW\nJj\n", b"abd", "|", _BINARY, "YW\nJk\n", id="ragged lines stay"),
        pytest.param(
            _lines(b"a" * 90, 70),
            b"a" * 110,
            "|",
            _BINARY,
            _lines(b"a" * 110, 70),
            id="go-yaml's width stays",
        ),
        pytest.param(
            "YWJj\n", b"a" * 90, "|", _BINARY, _lines(b"a" * 90, 76), id="PyYAML's width is usual"
        ),
        pytest.param(
            "YWJj", b"a" * 90, "|", "!binary", _lines(b"a" * 90, 200)[:-1], id="Psych has one line"
        ),
        pytest.param(
            "YWJj", b"a" * 90, "", _BINARY, _lines(b"a" * 90, 200)[:-1], id="plain has one line"
        ),
        pytest.param(
            _lines(b"a" * 90, 200), b"", "|", _BINARY, "\n", id="nothing is left but the break"
        ),
        pytest.param("YWJj YWJj", b"a" * 9, "'", _BINARY, "YWFh YWFh YWFh", id="folds stay folds"),
    ],
)
def test_byte_edits(value: str, data: bytes, style: str, tag: str, after: str) -> None:
    assert _edited(value, data, style, tag) == after


@given(st.binary(max_size=200), st.binary(max_size=200), st.sampled_from([4, 70, 76, 10_000]))
def test_the_edited_text_holds_the_bytes(before: bytes, after: bytes, width: int) -> None:
    assert b64decode(_edited(_lines(before, width), after)) == after
