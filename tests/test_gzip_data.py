import gzip

import pytest

from cassette_cli.gzip_data import decode_gzip, encode_gzip


@pytest.mark.parametrize(
    ("data", "decoded"),
    [
        pytest.param(gzip.compress(b"a"), b"a", id="one member"),
        pytest.param(gzip.compress(b"a") + gzip.compress(b"b"), b"ab", id="two members"),
        pytest.param(gzip.compress(b"a") + bytes(512), b"a", id="padded with zeros"),
        pytest.param(gzip.compress(b"a")[:-1], None, id="cut off"),
        pytest.param(b"", None, id="nothing"),
    ],
)
def test_decode(data: bytes, decoded: bytes | None) -> None:
    assert decode_gzip(data) == decoded


def test_the_time_stays() -> None:
    old = gzip.compress(b"a", mtime=1_760_000_001)
    assert encode_gzip(b"b", old)[:10] == old[:10]
    assert gzip.decompress(encode_gzip(b"b", old)) == b"b"
