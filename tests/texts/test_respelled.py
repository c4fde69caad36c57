import gzip
from base64 import b64decode, b64encode, urlsafe_b64encode
from urllib.parse import quote

import pytest

from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.leaf import Carrier
from cassette_cli.texts.respelled import layers_of, texts_below

_TEXT = "one two?> three four~ five six"


def _replaced(carrier: Carrier, old: str, new: str) -> str:
    """The source of a carrier after an edit of the text that it holds."""
    (part,) = carrier.parts()
    start = part.text.index(old)
    edits = carrier.lift({part.number: (Edit(Span(start, start + len(old)), new),)})
    return splice(carrier.source, edits)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param(r"a\u0062c", "abc", id="JSON"),
        pytest.param(r"a\\\u0062c", "abc", id="JSON in JSON"),
        pytest.param("a%62c", "abc", id="percent"),
        pytest.param("a%2562c", "abc", id="percent twice"),
        pytest.param("a&#98;c", "abc", id="a decimal reference"),
        pytest.param("a&#x62;c", "abc", id="a hexadecimal reference"),
        pytest.param("a&amp;#98;c", "abc", id="a reference in markup in markup"),
        pytest.param("%61%62%63", "abc", id="all of it"),
    ],
)
def test_escapes(source: str, text: str) -> None:
    (carrier,) = layers_of(f"x {source} y")
    assert [part.text for part in carrier.parts()] == [f"x {text} y"]
    assert _replaced(carrier, "abc", "N") == "x N y"
    assert _replaced(carrier, "y", "N") == f"x {source} N"
    assert carrier.locate(0, 2).offset == 2


@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param(b64encode(_TEXT.encode()).decode(), id="base64"),
        pytest.param(urlsafe_b64encode(_TEXT.encode()).decode(), id="base64url"),
        pytest.param(b64encode(_TEXT.encode() + b"!").decode().rstrip("="), id="unpadded"),
        pytest.param(b64encode(gzip.compress(_TEXT.encode())).decode(), id="gzip below base64"),
    ],
)
def test_base64(encoded: str) -> None:
    (carrier,) = layers_of(f"data:text/plain;base64,{encoded}")
    assert next(iter(carrier.parts())).text.startswith(_TEXT)
    new = _replaced(carrier, "three", "N").partition(",")[2]
    data = b64decode(new.translate(str.maketrans("-_", "+/")) + "==")
    data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
    assert data.decode().startswith(_TEXT.replace("three", "N"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("plain", id="nothing"),
        pytest.param("%E2%82%AC", id="escapes of other characters than ASCII"),
        pytest.param(b64encode(bytes(range(128, 200))).decode(), id="base64 of bytes"),
        pytest.param(b64encode(b"\x1f\x8b" + bytes(30)).decode(), id="base64 of broken gzip"),
    ],
)
def test_no_layers(text: str) -> None:
    assert not list(layers_of(text))


def test_layers_in_layers() -> None:
    source = quote(b64encode(rb"first line \u0061bc and more").decode(), safe="").replace(
        "Z", "%5A"
    )
    assert any("abc" in text for text, _ in texts_below(source, _Way()))  # type: ignore[arg-type]


class _Way:
    """A way that leads nowhere."""

    def into(self, *_: object) -> "_Way":
        return self
