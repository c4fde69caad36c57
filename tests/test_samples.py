"""What holds for every cassette: our samples, and a corpus of recordings where there is one.

The expected output in tests/golden is rewritten by `pytest tests/test_samples.py --update-golden`.
"""

import copy
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from cassette_cli.commands.shared.output_format import OutputFormat
from cassette_cli.commands.shared.screen import Screen
from cassette_cli.commands.shared.selection import Selection
from cassette_cli.commands.show.run import Showing
from cassette_cli.dialects.catalogue import dialects
from cassette_cli.document import Document, Scalar, Syntax, parse, scalar_value, walk
from cassette_cli.document.offsets import spelled_value
from cassette_cli.errors import CassetteError, FormatError
from cassette_cli.exchange import decode_exchange
from cassette_cli.files import Found, read, search
from cassette_cli.formats.catalogue import claims, formats, read_cassette
from cassette_cli.model import Cassette
from cassette_cli.reading import read_interactions
from cassette_cli.render.view import View, ViewOptions

_ROOT = Path(__file__).parents[1]
_SAMPLES = _ROOT / "sample_cassettes"
_NAMES = [Path(found.path).relative_to(_SAMPLES).as_posix() for found in search([str(_SAMPLES)])]
_ON_A_TERMINAL = (
    "go-vcr/openai-chat-multi-tool-streaming.yaml",
    "vcrpy/openai-responses-tools.yaml",
    "vcrpy/models-list.yaml",
)
_CORPUS = _ROOT.parent / "shared" / "corpus"
_PROJECTS = sorted(path.name for path in _CORPUS.iterdir()) if _CORPUS.is_dir() else []
_SCREEN = Screen(80, color=False)


def _document(path: Path, name: str) -> Document:
    return parse(name, read(Found(str(path), named=True)).text)


@cache
def _sample(name: str) -> Cassette:
    return read_cassette(_document(_SAMPLES / name, name))


def _show(
    cassette: Cassette,
    options: ViewOptions = ViewOptions(),  # noqa: B008 -- a frozen value
    output_format: OutputFormat = OutputFormat.TEXT,
    screen: Screen | None = None,
) -> str:
    return Showing(options, Selection(), output_format, screen)(cassette)


def _check_spans(document: Document) -> None:
    """Scalars and the gaps between them make up the source; each is spelled as its value."""
    text = document.text
    position = 0
    for root in document.roots:
        for node in walk(root):
            if isinstance(node, Scalar):
                assert position <= node.start <= node.end <= len(text), (document.name, node)
                assert spelled_value(document, node) == node.value, document.name
                position = node.end


def _check_claims(document: Document, cassette: Cassette) -> None:
    """One format claims a document, at most one dialect each interaction."""
    formats_claiming = [known.name for known in formats() if claims(known, document)]
    assert formats_claiming == [cassette.format], document.name
    for interaction in cassette.interactions:
        exchange = decode_exchange(interaction)
        names = [dialect.name for dialect in dialects() if dialect.matches(exchange)]
        assert len(names) <= 1, (document.name, interaction.index, names)


def _check_folding(cassette: Cassette) -> None:
    """What is folded stays as it is: events are shared by all who look at an interaction."""
    for reading in read_interactions(cassette):
        if reading.streamed:
            events = reading.response.events
            before = copy.deepcopy(events)
            again = reading.fold_events([event for event in events if event.dispatched])
            assert reading.fold == again, (cassette.path, reading.index)
            assert events == before, (cassette.path, reading.index)


@pytest.mark.parametrize("name", _NAMES)
def test_spans_claims_and_folding_of_a_sample(name: str) -> None:
    document = _document(_SAMPLES / name, name)
    cassette = read_cassette(document)
    _check_spans(document)
    _check_claims(document, cassette)
    _check_folding(cassette)


@pytest.mark.parametrize("name", [name for name in _NAMES if name.endswith(".json")])
def test_scalars_of_a_json_sample_are_json(name: str) -> None:
    document = _document(_SAMPLES / name, name)
    assert (document.syntax, document.root is None) == (Syntax.JSON, False)
    for root in document.roots:
        for node in walk(root):
            if isinstance(node, Scalar):
                assert json.loads(document.text[node.start : node.end]) == scalar_value(node)


@pytest.mark.parametrize("name", _NAMES)
def test_transcript(name: str, check_golden: Callable[[str, str], None]) -> None:
    check_golden(f"{name}.txt", _show(_sample(name)))


@pytest.mark.parametrize("name", _ON_A_TERMINAL)
def test_transcript_on_a_terminal(name: str, check_golden: Callable[[str, str], None]) -> None:
    output = _show(_sample(name), screen=_SCREEN)
    assert all(len(line) <= _SCREEN.width for line in output.splitlines())
    check_golden(f"{name}.terminal.txt", output)


def test_no_golden_output_is_left_over() -> None:
    golden = Path(__file__).parent / "golden"
    expected = {f"{name}.txt" for name in _NAMES} | {
        f"{name}.terminal.txt" for name in _ON_A_TERMINAL
    }
    found = (path.relative_to(golden).as_posix() for path in golden.rglob("*.txt"))
    assert {name for name in found if not name.startswith("reports/")} == expected


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("view", View)
def test_every_view_is_printable(name: str, view: View) -> None:
    cassette = _sample(name)
    for options in (ViewOptions(view), ViewOptions(view, headers=True, full=True)):
        for output_format in (OutputFormat.TEXT, OutputFormat.MARKDOWN):
            output = _show(cassette, options, output_format)
            # A view of recorded bytes alone is empty where none are recorded.
            assert output.endswith("\n") or not cassette.interactions
            assert "\x1b" not in output
        assert "\x1b" not in _show(cassette, options, screen=_SCREEN)


@pytest.mark.skipif(not _PROJECTS, reason="there is no corpus of recordings beside the repository")
@pytest.mark.parametrize("project", _PROJECTS)
def test_recordings(project: str) -> None:
    for path in sorted((_CORPUS / project).rglob("*")):
        if not path.is_file():
            continue
        try:
            document = _document(path, str(path))
        except CassetteError:
            continue
        _check_spans(document)
        try:
            cassette = read_cassette(document)
        except FormatError:
            continue
        _check_claims(document, cassette)
        _check_folding(cassette)
        _show(cassette)
        json.loads(_show(cassette, output_format=OutputFormat.JSON))
