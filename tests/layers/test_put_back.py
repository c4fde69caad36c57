import gzip
from base64 import b64encode

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.errors import EditError
from cassette_cli.layers.peel import peel
from cassette_cli.layers.put_back import put_back
from cassette_cli.model import Body, Header, Structured

MULTIPART = (Header("content-type", "multipart/form-data; boundary=x"),)
LATIN_1 = (Header("Content-Type", "text/plain; charset=ISO-8859-1"),)
GZIP = (Header("content-encoding", "gzip"),)
BOTH = (Header("content-encoding", "gzip, br"),)


def base64(data: bytes) -> str:
    return b64encode(data).decode()


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"))

BODIES = [
    pytest.param(Body("plain"), (), id="text"),
    pytest.param(Body("plain"), GZIP, id="text that was decoded before it was stored"),
    pytest.param(Body(b"plain", ("base64",)), (), id="bytes"),
    pytest.param(Body(gzip.compress(b"text"), ("base64",)), GZIP, id="gzip"),
    pytest.param(Body(gzip.compress(b"text")), (), id="gzip without a header"),
    pytest.param(Body(b"text"), GZIP, id="bytes that were decoded before they were stored"),
    pytest.param(Body(brotli.compress(gzip.compress(b"text"))), BOTH, id="gzip in brotli"),
    pytest.param(Body("é".encode("latin-1")), LATIN_1, id="Latin-1"),
    pytest.param(Body("é".encode()), LATIN_1, id="UTF-8 that is called Latin-1"),
    pytest.param(
        Body(b"text"), (Header("content-type", "text/plain; charset=klingon"),), id="no charset"
    ),
]
BASE64 = Body(base64(b"--x\r\nold\r\n--x--"))


@pytest.mark.parametrize(("body", "headers"), [*BODIES, pytest.param(BASE64, MULTIPART)])
def test_unchanged_content_is_stored_as_it_was(body: Body, headers: tuple[Header, ...]) -> None:
    assert put_back(body, headers, peel(body, headers).content) is body.content


def check_put_back(body: Body, headers: tuple[Header, ...], new: str | bytes) -> None:
    stored = put_back(body, headers, new)
    assert type(stored) is type(body.content)
    again = peel(Body(stored, body.storage), headers)
    assert (again.content, again.layers) == (new, peel(body, headers).layers)


@pytest.mark.parametrize(("body", "headers"), BODIES)
@given(new=texts)
def test_new_text_peels_to_itself(body: Body, headers: tuple[Header, ...], new: str) -> None:
    check_put_back(body, headers, new)


@given(new=st.binary())
def test_new_bytes_peel_to_themselves(new: bytes) -> None:
    check_put_back(Body(gzip.compress(b"\0old")), GZIP, b"\0\xff" + new)


@given(new=texts)
def test_base64_in_plain_text_is_put_back(new: str) -> None:
    check_put_back(BASE64, MULTIPART, f"--{new}")


@pytest.mark.parametrize(
    ("body", "headers", "new", "stored"),
    [
        pytest.param(Body("old"), (), "new\0", "new\0", id="text is stored as it is"),
        pytest.param(
            BASE64,
            MULTIPART,
            "--x\r\nnew\r\n--x--",
            base64(b"--x\r\nnew\r\n--x--"),
            id="base64 in plain text",
        ),
        pytest.param(
            BASE64, MULTIPART, b"--x\r\n\xff\0", base64(b"--x\r\n\xff\0"), id="a file in base64"
        ),
        pytest.param(Body(b"\xe9"), LATIN_1, "é!", b"\xe9!", id="Latin-1 stays Latin-1"),
        pytest.param(Body(b"old"), LATIN_1, "é", b"\xe9", id="ASCII grows by the header"),
        pytest.param(Body("é".encode()), LATIN_1, "ü", "ü".encode(), id="UTF-8 stays UTF-8"),
        pytest.param(Body(b"\xe9"), LATIN_1, "é €", "é €".encode(), id="beyond Latin-1"),
        pytest.param(Body(b"\xe9"), LATIN_1, "Ã©", "Ã©".encode(), id="Latin-1 that reads as UTF-8"),
        pytest.param(Body(b"\0\xff"), (), "text", b"text", id="bytes become text"),
    ],
)
def test_put_back(
    body: Body, headers: tuple[Header, ...], new: str | bytes, stored: str | bytes
) -> None:
    assert put_back(body, headers, new) == stored


@pytest.mark.parametrize(
    ("body", "headers", "new"),
    [
        pytest.param(Body("text"), (), b"\xff", id="bytes where text is stored"),
        pytest.param(Body(b"text"), (), "a\0", id="NUL would make the body binary"),
        pytest.param(Body(gzip.compress(b"text")), GZIP, "a\0", id="nor does gzip help"),
        pytest.param(Body(b"text"), (), "\ud800", id="half a surrogate pair has no bytes"),
        pytest.param(Body(b"text"), (), gzip.compress(b""), id="bytes that begin like gzip"),
        pytest.param(BASE64, MULTIPART, "no parts", id="what would not be seen as multipart"),
    ],
)
def test_what_would_not_be_read_again_is_refused(
    body: Body, headers: tuple[Header, ...], new: str | bytes
) -> None:
    with pytest.raises(EditError):
        put_back(body, headers, new)


def test_structured_bodies_are_refused() -> None:
    with pytest.raises(TypeError):
        put_back(Body(Structured({"a": 1})), (), "new")
