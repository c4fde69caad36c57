import pytest

from cassette_cli.document import Scalar
from cassette_cli.formats.chunks import read_chunks, write_chunks


def _text(text: str) -> Scalar:
    return Scalar(text, '"', 0, len(text))


@pytest.mark.parametrize("encoding", ["base64", "hex"])
def test_what_is_written_is_read_again(encoding: str) -> None:
    body = read_chunks(_text(write_chunks(b"\xffa", encoding)), encoding)
    assert body is not None
    assert (body.content, body.storage) == (b"\xffa", (f"{encoding}-chunks",))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("a", "hex", id="no JSON"),
        pytest.param("[]", "hex", id="no chunk"),
        pytest.param("[1]", "hex", id="no text"),
        pytest.param('["6"]', "hex", id="half a byte"),
        pytest.param('["a"]', "base64", id="no base64"),
    ],
)
def test_what_is_no_list_of_chunks(text: str, encoding: str) -> None:
    assert read_chunks(_text(text), encoding) is None
