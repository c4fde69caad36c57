import pytest

from cassette_cli.formats.transfer_chunks import join_chunks, write_chunk


@pytest.mark.parametrize(
    ("data", "joined"),
    [
        pytest.param(b"1\r\na\r\n2;x=y\r\nbc\r\n0\r\n\r\n", b"abc", id="an extension is left out"),
        pytest.param(b"0\r\n\r\n", b"", id="the last chunk alone"),
        pytest.param(b"1\r\nab\r\n0\r\n\r\n", None, id="a wrong size"),
        pytest.param(b"1\r\na\r\n", None, id="no last chunk"),
        pytest.param(b"0\r\nA: b\r\n\r\n", None, id="trailers"),
    ],
)
def test_join(data: bytes, joined: bytes | None) -> None:
    assert join_chunks(data) == joined


@pytest.mark.parametrize("data", [b"", b"a", b"a" * 300])
def test_what_is_written_is_joined_again(data: bytes) -> None:
    assert join_chunks(write_chunk(data)) == data
