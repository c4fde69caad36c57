import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.document import Syntax
from cassette_cli.document.nodes import Alias, Mapping, Node, Scalar, Sequence, walk
from cassette_cli.document.parse import MAX_DEPTH, parse
from cassette_cli.errors import ParseError
from tests.conftest import source

_SAMPLES = Path(__file__).parents[2] / "sample_cassettes"


def _plain(value: str, start: int) -> Scalar:
    return Scalar(value, "", start, start + len(value))


def _block(end: int, *entries: tuple[Node, Node]) -> Mapping:
    return Mapping(entries, flow=False, start=0, end=end)


def _flow(start: int, end: int, *entries: tuple[Node, Node]) -> Mapping:
    return Mapping(entries, flow=True, start=start, end=end)


def _list(start: int, end: int, *items: Node) -> Sequence:
    return Sequence(items, flow=True, start=start, end=end)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        pytest.param("a", _plain("a", 0), id="plain"),
        pytest.param("'it''s' # x", Scalar("it's", "'", 0, 7), id="single quotes"),
        pytest.param('"a\\tb"\n', Scalar("a\tb", '"', 0, 6), id="double quotes"),
        pytest.param("a\n  b\n", Scalar("a b", "", 0, 5), id="plain over two lines"),
        pytest.param(
            source("""
                |+ # x
                  a

                # y
                """),
            Scalar("a\n\n", "|", 0, 12),
            id="a literal block ends where the line after it starts",
        ),
        pytest.param(
            source("""
                >-
                  a
                  b
                """),
            Scalar("a b", ">", 0, 11),
            id="a folded block",
        ),
        pytest.param("|\r\n  a\r\n", Scalar("a\n", "|", 0, 8), id="line feeds of Windows"),
        pytest.param(
            "😀: €", _block(4, (_plain("😀", 0), _plain("€", 3))), id="offsets are code points"
        ),
        pytest.param(
            "!!binary AA==",
            Scalar("AA==", "", 0, 13, "tag:yaml.org,2002:binary"),
            id="a tag is part of the span and not constructed",
        ),
        pytest.param(
            "!ruby/object:Gem {a: &x !y b}",
            _flow(0, 29, (_plain("a", 18), Scalar("b", "", 21, 28, "!y", "x")))._replace(
                tag="!ruby/object:Gem"
            ),
            id="nor are tags of programming languages",
        ),
        pytest.param(
            source("""
                a: 1
                b:
                  c: 2
                  # 3

                d:
                """),
            _block(
                24,
                (_plain("a", 0), _plain("1", 3)),
                (_plain("b", 5), _block(14, (_plain("c", 10), _plain("2", 13)))._replace(start=10)),
                (_plain("d", 22), _plain("", 24)),
            ),
            id="block collections end with their last child",
        ),
        pytest.param(
            "[a, {b: c}, ]  # x",
            _list(0, 13, _plain("a", 1), _flow(4, 10, (_plain("b", 5), _plain("c", 8)))),
            id="flow collections end with their bracket",
        ),
        pytest.param("{} # x", _flow(0, 2), id="an empty mapping"),
        pytest.param(
            "a: &b [*b]",
            _block(10, (_plain("a", 0), _list(3, 10, Alias("b", 7, 9))._replace(anchor="b"))),
            id="an alias is a node of its own",
        ),
        pytest.param(
            "{a: 1, a: 2}",
            _flow(0, 12, (_plain("a", 1), _plain("1", 4)), (_plain("a", 7), _plain("2", 10))),
            id="keys may repeat",
        ),
        pytest.param(
            "? [a]\n: b",
            _block(9, (_list(2, 5, _plain("a", 3)), _plain("b", 8))),
            id="a key may be any node",
        ),
    ],
)
def test_yaml(text: str, root: Node) -> None:
    document = parse("a.yaml", text)
    assert (document.name, document.text, document.syntax) == ("a.yaml", text, Syntax.YAML)
    assert document.root == root
    assert document.aliased is any(isinstance(node, Alias) for node in walk(root))


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        pytest.param("", 0, id="no text is no document"),
        pytest.param("# only a comment\n", 0, id="nor is a comment"),
        pytest.param("---\n", 1, id="a document may be empty"),
        pytest.param(
            source("""
                a
                ---
                b
                ...
                """),
            2,
            id="there may be several",
        ),
    ],
)
def test_documents(text: str, roots: int) -> None:
    document = parse("a.yaml", text)
    assert len(document.roots) == roots
    assert (document.root is None) is (roots != 1)


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        pytest.param(' {"a": 1}', Syntax.JSON, id="JSON"),
        pytest.param("[1]\n", Syntax.JSON, id="a JSON list"),
        pytest.param("{a: 1}", Syntax.YAML, id="YAML in braces"),
        pytest.param('[{"a": 1,}]', Syntax.YAML, id="a comma too many is YAML"),
        pytest.param('"a"', Syntax.YAML, id="a single value is YAML, for JSON is part of it"),
    ],
)
def test_syntax(text: str, syntax: Syntax) -> None:
    assert parse("a.yaml", text).syntax is syntax


def test_a_file_that_is_called_json_has_to_be_that() -> None:
    with pytest.raises(ParseError, match="not readable as JSON"):
        parse("a.JSON", '[{"a": 1,}]')


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("[a:b]", "a:b", id="a colon within a word in brackets"),
        pytest.param('["\\ud83d\\ude00", ]', "\U0001f600", id="surrogate pairs as escapes"),
    ],
)
def test_what_libyaml_refuses_is_read_at_the_second_try(text: str, value: str) -> None:
    root = parse("a.yaml", text).root
    assert isinstance(root, Sequence)
    assert [item.value for item in root.items if isinstance(item, Scalar)] == [value]


def test_what_the_second_try_reads_wrongly_is_refused() -> None:
    # ruamel's own parser takes the unindented line for a part of the block.
    with pytest.raises(ParseError) as caught:
        parse("a.yaml", "k: |\r \r\u20282\n")
    assert caught.value.message == "not readable as YAML: could not find expected ':'"


@pytest.mark.parametrize(
    ("text", "message", "where"),
    [
        pytest.param(
            "a: 1\nb: c: d\n",
            "not readable as YAML: mapping values are not allowed in this context",
            "a.yaml:2",
            id="a colon too many",
        ),
        pytest.param(
            "a:\n\tb: 1\n",
            "not readable as YAML: found character that cannot start any token",
            "a.yaml:2",
            id="a tab as indentation",
        ),
        pytest.param(
            "a: 1\nb: 'it\n",
            "not readable as YAML: found unexpected end of stream",
            "a.yaml:2",
            id="cut off in a quote",
        ),
        pytest.param(
            "a: [1, 2",
            "not readable as YAML: did not find expected ',' or ']'",
            "a.yaml:1",
            id="cut off in a list",
        ),
        pytest.param(
            "a: 1\nb: \0\n",
            "not readable as YAML: control characters are not allowed",
            "a.yaml:2",
            id="NUL",
        ),
        pytest.param(
            '{\n"a": [1,}\n',
            "not readable as JSON: expecting a value",
            "a.yaml:2",
            id="what begins as JSON is reported as JSON",
        ),
        pytest.param(
            'a: "\\UFFFFFFFF"',
            "not readable as YAML: found invalid Unicode character escape code",
            "a.yaml:1",
            id="a character that there is not",
        ),
        pytest.param(
            "[" * 100_000,
            f"not readable as JSON: nested more than {MAX_DEPTH} levels deep",
            "a.yaml:1",
            id="hostile nesting of JSON",
        ),
        pytest.param(
            "- " * 100_000,
            f"nested more than {MAX_DEPTH} levels deep",
            "a.yaml:1",
            id="hostile nesting of YAML",
        ),
        pytest.param(
            "\n".join(f"{' ' * level}a:" for level in range(MAX_DEPTH + 1)),
            f"nested more than {MAX_DEPTH} levels deep",
            f"a.yaml:{MAX_DEPTH + 1}",
            id="one level too many",
        ),
    ],
)
def test_what_cannot_be_parsed(text: str, message: str, where: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse("a.yaml", text)
    assert (caught.value.message, caught.value.where) == (message, where)


def test_the_greatest_depth_is_read() -> None:
    text = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    root = parse("a.json", text).root
    assert root is not None
    assert len(list(walk(root))) == MAX_DEPTH
    assert parse("a.yaml", f"{text} # no JSON").root == root


_YAML_ALPHABET = "ab:-?[]{},#&*!|>'\"%@` \n\t\\xu~0<é\u2028😀."


@given(st.text(_YAML_ALPHABET) | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        document = parse("a.yaml", text)
    except ParseError as error:
        name, _, line = error.where.partition(":")
        assert (name, int(line) <= text.count("\n") + 1) == ("a.yaml", True)
        return
    for root in document.roots:
        assert 0 <= root.start <= root.end <= len(text)
        assert all(root.start <= node.start <= node.end <= root.end for node in walk(root))


def test_without_libyaml_the_nodes_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [path.read_text("utf-8") for path in sorted((_SAMPLES / "go-vcr").glob("*.yaml"))]
    expected = [parse("a.yaml", text).root for text in texts]
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    # A copy of the module of its own, for it remembers whether there is libyaml.
    spec = importlib.util.find_spec("cassette_cli.document.parse")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with pytest.warns(UserWarning, match=r"ruamel\.yaml\.clib is not installed"):
        module.parse("a.yaml", "a: 1")
    assert [module.parse("a.yaml", text).root for text in texts] == expected
