import gzip
import zlib
from base64 import b64encode

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.gzip_data import MAX_DECODED_BYTES
from cassette_cli.layers.peel import Peeled, charset, is_base64_multipart, media_type, peel
from cassette_cli.model import Body, Header, Structured

GZIP = (Header("Content-Encoding", "gzip"),)
LATIN_1 = (Header("Content-Type", 'text/plain; Charset="ISO-8859-1"'),)
MULTIPART = (Header("Content-Type", "Multipart/Form-Data; boundary=x"),)
PACKED = gzip.compress(b"text", mtime=0)
BOMB = gzip.compress(bytes(MAX_DECODED_BYTES + 1), mtime=0)
FORM = "--x\r\n\r\n1\r\n--x--"


@pytest.mark.parametrize(
    ("body", "headers", "peeled"),
    [
        pytest.param(None, (), Peeled(), id="no body"),
        pytest.param(Body(""), (), Peeled(), id="an empty body"),
        pytest.param(Body("text"), (), Peeled("text"), id="text"),
        pytest.param(
            Body("text"), GZIP, Peeled("text"), id="text was decoded before it was stored"
        ),
        pytest.param(Body(' {"a": 1}'), (), Peeled(' {"a": 1}', value={"a": 1}), id="JSON"),
        pytest.param(Body("true story"), (), Peeled("true story"), id="words are no JSON"),
        pytest.param(
            Body(Structured({"a": "é"}), ("parsed",)),
            (),
            Peeled('{"a": "é"}', ("parsed",), {"a": "é"}),
            id="data is spelled as JSON",
        ),
        pytest.param(
            Body(b"text", ("base64",)), (), Peeled("text", ("base64",)), id="stored bytes"
        ),
        pytest.param(Body(b"text"), GZIP, Peeled("text"), id="bytes were decoded, too"),
        pytest.param(
            Body(PACKED, ("base64",)), GZIP, Peeled("text", ("base64", "gzip")), id="gzip"
        ),
        pytest.param(Body(PACKED), (), Peeled("text", ("gzip",)), id="gzip without a header"),
        pytest.param(
            Body(brotli.compress(PACKED)),
            (Header("content-encoding", "gzip"), Header("content-encoding", "BR")),
            Peeled("text", ("br", "gzip")),
            id="two codings, the last one applied comes off first",
        ),
        pytest.param(
            Body(zlib.compress(b"text")),
            (Header("content-encoding", "identity, deflate"),),
            Peeled("text", ("deflate",)),
            id="codings that are none are passed over",
        ),
        pytest.param(
            Body(PACKED[:-3] + b"\xff"),
            GZIP,
            Peeled(PACKED[:-3] + b"\xff", notes=("the gzip data is broken or cut off",)),
            id="broken data stays as it is",
        ),
        pytest.param(
            Body(BOMB),
            GZIP,
            Peeled(
                BOMB,
                notes=("the gzip data decompresses to too much to read",),
            ),
            id="a bomb stays as it is",
        ),
        pytest.param(Body("é".encode()), LATIN_1, Peeled("é"), id="UTF-8 is tried first"),
        pytest.param(Body(b"\xe9"), LATIN_1, Peeled("é"), id="then the charset that is named"),
        pytest.param(Body(b"\xe9"), (), Peeled(b"\xe9"), id="without one it is no text"),
        pytest.param(
            Body(b"\xe9"),
            (Header("content-type", "text/plain; charset=klingon"),),
            Peeled(b"\xe9"),
            id="an unknown charset",
        ),
        pytest.param(Body(b"a\0b"), (), Peeled(b"a\0b"), id="NUL is no text"),
        pytest.param(
            Body(b64encode(FORM.encode()).decode()),
            MULTIPART,
            Peeled(FORM, ("base64",)),
            id="a form that was stored as base64 without saying so",
        ),
        pytest.param(Body(FORM), MULTIPART, Peeled(FORM), id="a form"),
    ],
)
def test_peel(body: Body | None, headers: tuple[Header, ...], peeled: Peeled) -> None:
    assert peel(body, headers) == peeled


@given(
    content=st.text() | st.binary(),
    encoding=st.lists(st.sampled_from(["gzip", "deflate", "br", "zstd", "odd"])),
    content_type=st.sampled_from(["", "text/plain; charset=latin-1", "multipart/form-data"]),
)
def test_peel_never_fails(content: str | bytes, encoding: list[str], content_type: str) -> None:
    headers = (
        Header("Content-Encoding", ", ".join(encoding)),
        Header("Content-Type", content_type),
    )
    peel(Body(content), headers)


@pytest.mark.parametrize(
    ("value", "kind", "encoding"),
    [
        pytest.param("text/html", "text/html", "utf-8", id="alone"),
        pytest.param("Text/HTML ; charset=ASCII", "text/html", "ascii", id="in lower case"),
        pytest.param("a/b; x; charset = utf-16", "a/b", "utf-16", id="among other parameters"),
        pytest.param("a/b; charset=", "a/b", "", id="empty"),
        pytest.param("", None, "utf-8", id="none"),
    ],
)
def test_content_type(value: str, kind: str | None, encoding: str) -> None:
    headers = (Header("CONTENT-TYPE", value),)
    assert (media_type(headers), charset(headers)) == (kind, encoding)


@pytest.mark.parametrize(
    ("content", "headers", "packed"),
    [
        pytest.param("LS14", MULTIPART, True, id="base64 of a boundary"),
        pytest.param("LS14", (), False, id="no form"),
        pytest.param("--x", MULTIPART, False, id="a form as it is"),
        pytest.param("eHg=", MULTIPART, False, id="base64 of something else"),
        pytest.param("LS1", MULTIPART, False, id="broken base64"),
        pytest.param("é", MULTIPART, False, id="no ASCII"),
    ],
)
def test_is_base64_multipart(content: str, headers: tuple[Header, ...], packed: bool) -> None:  # noqa: FBT001 -- a column
    assert is_base64_multipart(content, headers) is packed
