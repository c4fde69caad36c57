import gzip
import zlib
from io import BytesIO

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli import gzip_data
from cassette_cli.gzip_data import TooLargeError
from cassette_cli.layers import codings
from cassette_cli.layers.codings import CODINGS

RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
RAW_DEFLATE = RAW.compress(b"old") + RAW.flush()


def named_gzip(data: bytes, level: int = 9) -> bytes:
    stream = BytesIO()
    with gzip.GzipFile("name.txt", "wb", level, stream, mtime=1_700_000_000) as file:
        file.write(data)
    return stream.getvalue()


def zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


OLD = [
    pytest.param("gzip", gzip.compress(b"old"), id="gzip"),
    pytest.param("gzip", gzip.compress(b"ol") + gzip.compress(b"d"), id="gzip of two members"),
    pytest.param("gzip", zlib.compress(b"old"), id="zlib under the name of gzip"),
    pytest.param("gzip", named_gzip(b"old"), id="gzip of a named file"),
    pytest.param("x-gzip", gzip.compress(b"old"), id="x-gzip"),
    pytest.param("deflate", zlib.compress(b"old"), id="zlib"),
    pytest.param("deflate", RAW_DEFLATE, id="raw deflate"),
    pytest.param("br", brotli.compress(b"old"), id="brotli"),
    pytest.param("zstd", zstd(b"old"), id="zstd"),
    pytest.param("zstd", zstd(b"o") + zstd(b"ld"), id="zstd of two frames"),
]


@pytest.mark.parametrize(("name", "old"), OLD)
def test_decode(name: str, old: bytes) -> None:
    assert CODINGS[name].decode(old) == b"old"


@pytest.mark.parametrize(("name", "old"), OLD)
@given(new=st.binary())
def test_what_is_encoded_is_decoded_again(name: str, old: bytes, new: bytes) -> None:
    coding = CODINGS[name]
    encoded = coding.encode(new, old)
    assert coding.decode(encoded) == new
    assert coding.encode(new, old) == encoded


@pytest.mark.parametrize("name", CODINGS)
def test_nothing_is_a_model_for_any_data(name: str) -> None:
    assert CODINGS[name].decode(CODINGS[name].encode(b"new", b"")) == b"new"


@pytest.mark.parametrize(("name", "old"), OLD)
def test_what_is_cut_off_is_not_decoded(name: str, old: bytes) -> None:
    assert CODINGS[name].decode(old[:-1]) is None


@pytest.mark.parametrize("name", CODINGS)
@pytest.mark.parametrize("data", [b"", b'{"plain": "text"}'], ids=["nothing", "plain text"])
def test_what_is_not_encoded_is_not_decoded(name: str, data: bytes) -> None:
    assert CODINGS[name].decode(data) is None


@pytest.mark.parametrize(
    ("name", "bomb"),
    [
        pytest.param("gzip", gzip.compress(bytes(101)), id="gzip"),
        pytest.param("gzip", gzip.compress(bytes(60)) * 2, id="gzip of two members"),
        pytest.param("deflate", zlib.compress(bytes(101)), id="deflate"),
        pytest.param("br", brotli.compress(bytes(200_000)), id="brotli"),
        pytest.param("zstd", zstd(bytes(101)), id="zstd"),
    ],
)
def test_bombs_are_refused(name: str, bomb: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (codings, gzip_data):
        monkeypatch.setattr(module, "MAX_DECODED_BYTES", 100)
    with pytest.raises(TooLargeError):
        CODINGS[name].decode(bomb)


def test_gzip_keeps_the_header() -> None:
    old = named_gzip(b"old")
    end = old.index(b"name.txt\0") + len(b"name.txt\0")
    assert CODINGS["gzip"].encode(b"new", old)[:end] == old[:end]


def test_gzip_keeps_all_fields_of_the_header() -> None:
    header = b"\x1f\x8b\x08\x1e" + bytes(6) + b"\x03\0abcname\0comment\0" + b"\x12\x34"
    encoded = CODINGS["gzip"].encode(b"new", header + RAW_DEFLATE + bytes(8))
    assert encoded.startswith(header)
    assert zlib.decompress(encoded[len(header) : -8], -zlib.MAX_WBITS) == b"new"


@pytest.mark.parametrize("level", [1, 6, 9])
def test_the_level_is_followed(level: int) -> None:
    text = b"".join(b"%d, %d; " % (number, number**3) for number in range(3000))
    assert CODINGS["gzip"].encode(text, named_gzip(text, level)) == named_gzip(text, level)
    zlib_data = zlib.compress(text, level)
    assert CODINGS["deflate"].encode(text, zlib_data) == zlib_data


def test_raw_deflate_stays_raw() -> None:
    assert CODINGS["deflate"].encode(b"old", RAW_DEFLATE) == RAW_DEFLATE
