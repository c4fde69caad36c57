import pytest

from cassette_cli.document import apply, parse
from cassette_cli.text import Edit, Span
from cassette_cli.texts.whole_file import WholeFile

_TEXT = """\
# top
a: &one x
b: {c: 'it''s', N: 1} # end
d: !!binary aGVsbG8=
e: *one
"""


def _file() -> WholeFile:
    return WholeFile(parse("t.yaml", _TEXT))


def test_all_that_is_written() -> None:
    """Comments, anchors and scalars, but for base64 text."""
    texts = [part.text for part in _file().parts()]
    assert texts[:3] == [" top", " end", "one"]
    assert sorted(texts[3:]) == sorted(["a", "x", "b", "c", "it's", "N", "1", "d", "e"])


def test_what_is_listed_is_left_out() -> None:
    document = parse("t.yaml", _TEXT)
    listed = frozenset((_TEXT.index("'it''s'"),))
    assert "it's" not in [part.text for part in WholeFile(document, listed).parts()]


@pytest.mark.parametrize(
    ("old", "new", "location", "result"),
    [
        pytest.param(" top", "n", "comment", ("# top", "#n"), id="a comment"),
        pytest.param("one", "n", "anchor", ("one", "n"), id="an anchor and its aliases"),
        pytest.param("it's", "n", "b.c", ("it''s", "n"), id="a value"),
        pytest.param("N", "m", "b (key)", ("N", "m"), id="a key"),
        pytest.param("N", "c", "b (key)", ("N", "c-2"), id="a key that would stand there twice"),
        pytest.param("a", "b", "(key)", ("a:", "b-2:"), id="a key of the file"),
    ],
)
def test_edits(old: str, new: str, location: str, result: tuple[str, str]) -> None:
    file = _file()
    (number,) = (part.number for part in file.parts() if part.text == old)
    assert file.locate(number, 0).steps == (location,)
    intents = tuple(file.intents({number: (Edit(Span(0, len(old)), new),)}))
    assert apply(file.document, intents).text == _TEXT.replace(*result)


def test_the_place_of_a_text() -> None:
    file = _file()
    places = {part.text: file.locate(part.number, 1).offset for part in file.parts()}
    assert places["one"] == _TEXT.index("one") + 1
    assert places[" end"] == _TEXT.index(" end") + 1
    assert file.node(0) == file.document.comments[0]
