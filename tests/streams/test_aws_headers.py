from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.model import Header
from cassette_cli.streams.aws_headers import read_headers

A_UUID = UUID(int=0x0123456789ABCDEF0123456789ABCDEF)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(b"\x00", "true", id="boolean true"),
        pytest.param(b"\x01", "false", id="boolean false"),
        pytest.param(b"\x02\xff", "-1", id="byte"),
        pytest.param(b"\x03\x01\x00", "256", id="short"),
        pytest.param(b"\x04\xff\xff\xff\xfe", "-2", id="integer"),
        pytest.param(b"\x05\x00\x00\x00\x01\x00\x00\x00\x00", "4294967296", id="long"),
        pytest.param(b"\x06\x00\x03abc", "YWJj", id="byte array in base64"),
        pytest.param(b"\x07\x00\x05chunk", "chunk", id="string"),
        pytest.param(
            b"\x08" + (1_500).to_bytes(8), "1970-01-01T00:00:01.500000+00:00", id="timestamp"
        ),
        pytest.param(b"\x08\x7f" + b"\xff" * 7, str(2**63 - 1), id="timestamp beyond the calendar"),
        pytest.param(b"\x09" + A_UUID.bytes, str(A_UUID), id="UUID"),
    ],
)
def test_each_type_is_read_as_text(value: bytes, text: str) -> None:
    following = b"\x04next\x00"
    assert read_headers(b"\x04name" + value + following) == (
        Header("name", text),
        Header("next", "true"),
    )


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(b"\x09short", id="a name that is cut off"),
        pytest.param(b"\x04name", id="no value"),
        pytest.param(b"\x04name\x0a", id="an unknown type"),
        pytest.param(b"\x04name\x07\x00\x09short", id="a value that is cut off"),
    ],
)
def test_reading_stops_at_what_is_broken(broken: bytes) -> None:
    assert read_headers(b"\x02ok\x00" + broken) == (Header("ok", "true"),)


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    read_headers(data)
