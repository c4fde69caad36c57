from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cassette_cli.document import Document, Mapping, Node, Sequence, Syntax, parse, walk
from cassette_cli.errors import CassetteError, FormatError, ParseError
from cassette_cli.files import Found, read
from cassette_cli.formats.catalogue import claims, formats, read_cassette
from tests.conftest import source

_ROOT = Path(__file__).parents[2]
_SAMPLES = sorted(path for path in (_ROOT / "sample_cassettes").rglob("*") if path.is_file())
_CORPUS = _ROOT.parent / "shared" / "corpus"


def _document(path: Path) -> Document:
    return parse(path.name, read(Found(str(path), named=True)).text)


def _claims(document: Document) -> list[str]:
    return [known.name for known in formats() if claims(known, document)]


def test_names_are_unique() -> None:
    names = [known.name for known in formats()]
    assert len(set(names)) == len(names)


def test_every_format_has_a_sample() -> None:
    assert {path.parent.name for path in _SAMPLES} == {known.name for known in formats()}


@pytest.mark.parametrize("path", _SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_exactly_one_format_claims_a_sample(path: Path) -> None:
    document = _document(path)
    assert _claims(document) == [path.parent.name]
    cassette = read_cassette(document)
    assert (cassette.format, cassette.path) == (path.parent.name, path.name)
    assert (cassette.not_http is None) or cassette.interactions == ()


def test_at_most_one_format_claims_a_recording() -> None:
    if not _CORPUS.is_dir():
        pytest.skip("there is no corpus of recordings beside the repository")
    for path in _CORPUS.rglob("*"):
        if path.is_file():
            try:
                document = _document(path)
            except ParseError:
                continue
            assert len(_claims(document)) <= 1, path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "the file is empty", id="no document is empty"),
        pytest.param("# later\n", "the file is empty", id="a comment alone is empty"),
        pytest.param("---\n", "the file is empty", id="null is empty"),
        pytest.param(
            source("""
                name: ci
                on: push
                jobs: {}
            """),
            "no recorder's format: a YAML mapping with the keys name, on, jobs",
            id="keys are named",
        ),
        pytest.param(
            '{"only": 1}',
            "no recorder's format: a JSON mapping with the key only",
            id="a single key is named",
        ),
        pytest.param(
            "{a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1}",
            "no recorder's format: a YAML mapping with the keys a, b, c, d, e, f and 2 more",
            id="many keys are counted",
        ),
        pytest.param(
            '"\\e[31m": 1\n',
            "no recorder's format: a YAML mapping with the key '\\x1b[31m'",
            id="terminal escapes are shown as escapes",
        ),
        pytest.param(
            f"{'k' * 50}: 1\n",
            f"no recorder's format: a YAML mapping with the key {'k' * 40}…",
            id="long keys are cut",
        ),
        pytest.param(
            "{}", "no recorder's format: an empty JSON mapping", id="empty mapping is no cassette"
        ),
        pytest.param(
            "[]", "no recorder's format: an empty JSON list", id="empty list is no cassette"
        ),
        pytest.param(
            source("""
                - name: x
                - name: y
            """),
            "no recorder's format: a YAML list of mappings with the key name",
            id="a list is described by its first item",
        ),
        pytest.param("- x\n", "no recorder's format: a YAML list", id="a list of words"),
        pytest.param("words\n", "no recorder's format: plain text", id="plain text"),
        pytest.param(
            source("""
                a: 1
                ---
                b: 1
            """),
            "no recorder's format: 2 YAML documents in one file",
            id="several documents",
        ),
    ],
)
def test_unclaimed(text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_cassette(parse("ci.yaml", text))
    assert (caught.value.message, caught.value.where) == (message, "ci.yaml")
    assert "go-vcr, grpc-calls" in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            source("""
                request: {}
                response: {}
            """),
            id="request and response without content",
        ),
        pytest.param(
            source("""
                - request: {url: /}
                  response: {}
            """),
            id="a list without a status",
        ),
        pytest.param(
            source("""
                interactions:
                - user: hi
                  bot: hello
            """),
            id="interactions of a chat bot",
        ),
        pytest.param(
            source("""
                interactions: []
                name: x
            """),
            id="no interactions, but other keys",
        ),
        pytest.param('{"status": "done", "headers": {}, "body": ""}', id="a status that is a word"),
        pytest.param(
            source("""
                messages:
                - role: user
                  content: hi
            """),
            id="a prompt",
        ),
        pytest.param("http_interactions: 3\n", id="http_interactions that are no list"),
        pytest.param("http_interactions: [1]\n", id="http_interactions of numbers"),
    ],
)
def test_no_format_claims(text: str) -> None:
    assert _claims(parse("x", text)) == []


def test_aliases_beyond_reason_are_refused() -> None:
    brackets = 150
    chain = [f"a{n + 1}: &a{n + 1} {'[' * brackets}*a{n}{']' * brackets}" for n in range(9)]
    body = "".join(f"\n      {line}" for line in ["a0: &a0 x", *chain])
    text = f"interactions:\n- request:\n    uri: /\n    body:{body}\n  response: {{}}\n"
    with pytest.raises(FormatError, match="nest beyond all reason"):
        read_cassette(parse("deep.yaml", text))


_SPARE_TEXTS = (
    "null",
    "'x'",
    "200",
    "9" * 5000,
    "!!binary é=",
    "!!float no number",
    "{}",
    "{[]: x}",
    "[]",
    "[[x]]",
    "[[x, y], z]",
)
_SPARES = st.sampled_from([None, *(parse("spare", text).root for text in _SPARE_TEXTS)])


def _without_or_with(node: Node, target: Node, spare: Node | None) -> Node | None:
    """The tree with one node replaced, or left out where there is no spare."""
    if node is target:
        return spare
    match node:
        case Mapping(entries):
            changed = [
                (_without_or_with(key, target, spare), _without_or_with(value, target, spare))
                for key, value in entries
            ]
            kept = ((key, value) for key, value in changed if key is not None and value is not None)
            return node._replace(entries=tuple(kept))
        case Sequence(items):
            new_items = (_without_or_with(item, target, spare) for item in items)
            return node._replace(items=tuple(item for item in new_items if item is not None))
    return node


@given(data=st.data(), path=st.sampled_from(_SAMPLES), spares=st.lists(_SPARES, max_size=3))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reading_never_fails_on_fields(
    data: st.DataObject, path: Path, spares: list[Node | None]
) -> None:
    root: Node | None = _document(path).root
    for spare in spares:
        if root is not None:
            root = _without_or_with(root, data.draw(st.sampled_from(list(walk(root)))), spare)
    roots = () if root is None else (root,)
    try:
        read_cassette(Document("mutated", "", Syntax.YAML, roots))
    except CassetteError:
        return
