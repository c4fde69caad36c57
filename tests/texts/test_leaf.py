from cassette_cli.document import Scalar, parse
from cassette_cli.model import Header
from cassette_cli.texts.base64_text import Base64Text
from cassette_cli.texts.leaf import Kind, Layer, Leaf, Located, Way
from cassette_cli.texts.recorded import HeaderFields

_DOCUMENT = parse("t.yaml", "a: b c")
_SOURCE = Scalar("b c", "", 3, 6)
_ROOT = HeaderFields(_DOCUMENT, "request", (Header("a", "b c", _SOURCE),))
_CARRIER = Base64Text("data", "", "x")


def test_a_leaf_in_the_file() -> None:
    leaf = Leaf(Kind.HEADER, "a", "b c", Way(_ROOT, 0))
    assert leaf.locate(2) == Located(("request.headers.a",), 5)


def test_a_leaf_under_layers() -> None:
    way = Way(_ROOT, 0).into(_CARRIER, 7)
    assert way == Way(_ROOT, 0, (Layer(_CARRIER, 7),))
    assert way.outer == Way(_ROOT, 0)
    assert Leaf(Kind.FIELD, "data", "x", way).locate(2) == Located(
        ("request.headers.a", "base64"), 3
    )
