import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.document import Document
from cassette_cli.document.intents import Delete, EditComment, Intent, SetValue
from cassette_cli.document.nodes import Mapping, Scalar, walk
from cassette_cli.document.parse import parse
from cassette_cli.document.patch import apply
from cassette_cli.errors import EditError, ParseError
from cassette_cli.text import Edit, Span
from tests.conftest import source

_COMMENTED = source("""\
    # before the document
    %YAML 1.1 # behind a directive
    --- # behind the mark
    # above an entry
    key: value # behind a value
    'it''s # no': &anchor !tag # behind an anchor
      "a # b" # behind quotes
    list: # behind a key
    # between the items
    - plain#text
    - | # behind a header
      # text of the block
      more
     # below the block
    - [ # behind a bracket
        a, # behind a comma
        b#c] # behind the list
    - url: http://x/#part
      null: # behind nothing
    alias: *anchor # behind an alias
    ... # behind the end
    # after all
    """)


def _values(text: str) -> list[str]:
    return [comment.value for comment in parse("a.yaml", text).comments]


def test_comments_are_found_in_source_order() -> None:
    found = re.findall("# ((?:before|behind|above|between|below|after).*)", _COMMENTED)
    assert _values(_COMMENTED) == [f" {value}" for value in found]
    assert len(found) == 18


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("# only\n#more", [" only", "more"], id="a file of comments"),
        pytest.param("a: b #\n", [""], id="an empty comment"),
        pytest.param("a: b # c\r\nd: e\r\n", [" c"], id="CRLF is no part of it"),
        pytest.param("a: b # c\u2028d: e\n", [" c"], id="nor is a line separator"),
        pytest.param("a: !<tag:x,y> b # c\n", [" c"], id="behind a tag written in full"),
        pytest.param("a: b\n", [], id="none"),
        pytest.param('{"a": "b # c"}', [], id="JSON has none"),
        pytest.param("[a:b, &a#b c]", [], id="an anchor that only YAML 1.2 allows"),
        pytest.param(
            source("""
                a: |
                  b


                # c
                """),
            [" c"],
            id="behind blank lines of a block",
        ),
        pytest.param("? a # b\n: c # d\n", [" b", " d"], id="behind a key with its mark"),
        pytest.param("a: b # c\n---\nd # e", [" c", " e"], id="of several documents"),
    ],
)
def test_comments(text: str, values: list[str]) -> None:
    assert _values(text) == values


def test_a_comment_has_its_span() -> None:
    (comment,) = parse("a.yaml", "a: b # c\n").comments
    assert (comment.value, comment.span) == (" c", Span(5, 8))


_LINES = st.lists(
    st.sampled_from(
        [
            "a: b # one",
            "# two",
            "  # three",
            "c: 'd # d' #four",
            "? e # five",
            ": f#f",
            "g: |  # six",
            "  # text",
            "  text # text",
            "- [h, # seven",
            "  i] # eight",
            "j: &k !l m # nine",
            "n: *k # ten",
            "---  # eleven",
            "",
            "o: # twelve",
            '  "p',
            '  # p" # thirteen',
            "...",
            "q: >-",
        ]
    ),
    max_size=12,
)


@given(_LINES, st.sampled_from(["\n", "\r\n"]))
def test_they_are_what_stands_between_the_tokens_of_pyyaml(lines: list[str], newline: str) -> None:
    text = newline.join(lines) + newline
    try:
        document = parse("a.yaml", text)
        expected = list(_between_tokens(text))
    except (ParseError, yaml.YAMLError):
        return
    assert [text[comment.start : comment.end] for comment in document.comments] == expected


def _between_tokens(text: str) -> Iterator[str]:
    """The comments of a text, by another reader of YAML."""
    tokens = list(yaml.scan(text, Loader=yaml.SafeLoader))
    for token, following in pairwise(tokens):
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            header, _, _ = text[token.start_mark.index :].partition("\n")
            yield from re.findall("#[^\r]*", header)
        gap = text[token.end_mark.index : following.start_mark.index]
        yield from re.findall("#[^\r\n]*", gap)


def _edited(text: str, *edits: tuple[int, str]) -> str:
    """The text with the whole of each comment replaced, by its number."""
    document = parse("a.yaml", text)
    return apply(document, [_rewrite(document, *edit) for edit in edits]).text


def _rewrite(document: Document, number: int, value: str) -> Intent:
    comment = document.comments[number]
    return EditComment(comment, (Edit(Span(0, len(comment.value)), value),))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a: b # c\n", "a: b #new\n", id="at the end of a line"),
        pytest.param("# c", "#new", id="of its own"),
        pytest.param("a: | # c\n  b\n", "a: | #new\n  b\n", id="of a header"),
        pytest.param("- [a, # c\r\n b]\r\n", "- [a, #new\r\n b]\r\n", id="within brackets"),
    ],
)
def test_a_comment_is_edited(before: str, after: str) -> None:
    assert _edited(before, (0, "new")) == after


def test_edits_of_a_comment_add_up() -> None:
    document = parse("a.yaml", "a: b # one two\n")
    (comment,) = document.comments
    intents = [EditComment(comment, (Edit(Span(*span), "x"),)) for span in ((5, 8), (1, 4))]
    assert apply(document, intents).text == "a: b # x x\n"


def test_a_comment_is_edited_beside_its_value() -> None:
    document = parse("a.yaml", "a: | # one\n  b\n  c\n")
    assert isinstance(document.root, Mapping)
    value = document.root.get("a")
    assert isinstance(value, Scalar)
    intents = [SetValue(value, "b\nd\n"), _rewrite(document, 0, "two")]
    assert apply(document, intents).text == "a: | #two\n  b\n  d\n"


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("c\nd: e", id="a line break"),
        pytest.param("c\rd: e", id="a carriage return"),
        pytest.param("c\u2028d: e", id="a line separator"),
        pytest.param("c\x85d: e", id="a next line"),
        pytest.param("\0", id="NUL"),
    ],
)
def test_what_a_comment_cannot_hold_is_refused(value: str) -> None:
    with pytest.raises(EditError) as error:
        _edited("a: b # c\n", (0, value))
    assert str(error.value) == "a.yaml:1: a comment cannot hold line breaks or control characters"


def test_a_comment_of_another_file_is_refused() -> None:
    intent = _rewrite(parse("a.yaml", "a: b # c\n"), 0, "")
    with pytest.raises(EditError, match="not written in this file"):
        apply(parse("a.yaml", "a: b\n"), [intent])


def test_comments_and_children_are_not_edited_at_once() -> None:
    document = parse("a.yaml", "- a # one\n- b # two\n")
    assert document.root is not None
    assert not isinstance(document.root, Scalar)
    with pytest.raises(EditError, match="cannot be edited at once"):
        apply(document, [_rewrite(document, 0, ""), Delete(document.root, 1)])  # type: ignore[arg-type]


@given(_LINES, st.text(max_size=10), st.data())
def test_a_comment_is_edited_and_nothing_else(
    lines: list[str], value: str, data: st.DataObject
) -> None:
    try:
        document = parse("a.yaml", "\n".join(lines))
    except ParseError:
        return
    if not document.comments:
        return
    number = data.draw(st.integers(0, len(document.comments) - 1))
    comment = document.comments[number]
    try:
        after = apply(document, [_rewrite(document, number, value)])
    except EditError:
        return
    assert after.text == f"{document.text[: comment.start]}#{value}{document.text[comment.end :]}"
    assert [list(_leaves(root)) for root in after.roots] == [
        list(_leaves(root)) for root in document.roots
    ]
    assert after.comments[number].value == value


def _leaves(root: object) -> Iterator[str]:
    yield from (node.value for node in walk(root) if isinstance(node, Scalar))  # type: ignore[arg-type]
