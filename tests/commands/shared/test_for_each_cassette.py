from collections.abc import Callable
from functools import partial
from gzip import compress
from pathlib import Path

import pytest

from cassette_cli.commands.shared.for_each_cassette import (
    for_each_cassette,
    for_each_source,
)
from cassette_cli.commands.shared.outcome import Outcome
from cassette_cli.commands.shared.selection import read_selection
from cassette_cli.errors import CassetteError
from cassette_cli.files import SUFFIXES, Source
from cassette_cli.model import Cassette
from tests.conftest import Main, source

_EMPTY = source("""
    interactions: []
    version: 1
""")
_ASKED = "interaction: [{request: {uri: /}, response: {}}]\n"
_BROKEN = source("""
    interactions:
    - request: [
""")


def _format(cassette: Cassette) -> str:
    return f"{cassette.path} {cassette.format}"


def _outcomes(*paths: str, work: Callable[[Cassette], str] = _format) -> list[tuple[str, str]]:
    """The paths, each with its result, with what its error says, or with nothing."""
    return [
        (outcome.path, outcome.result or str(outcome.error or ""))
        for outcome in for_each_cassette(paths, work)
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files_that_are_named(folder: Path) -> None:
    (folder / "a.yaml").write_text(_EMPTY)
    (folder / "b.yaml").write_text("name: x\n")
    (folder / "c.txt").write_text(_BROKEN)
    assert _outcomes("c.txt", "b.yaml", "none", "a.yaml") == [
        ("c.txt", "c.txt:2: not readable as YAML: did not find expected node content"),
        ("b.yaml", "b.yaml: no recorder's format: a YAML mapping with the key name"),
        ("none", "none: cannot be read: no such file or directory"),
        ("a.yaml", "a.yaml vcrpy"),
    ]


def test_files_that_are_found(folder: Path) -> None:
    texts = {
        "a.yaml": _EMPTY,
        "b.yaml": "name: x\n",
        "c.yaml": _BROKEN,
        "d.yaml": "{{ template }}: [",
        "e.txt": _EMPTY,
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    (folder / "f.yaml").write_bytes(b"\xff")
    (folder / "g.yaml").write_bytes(b"interactions:\n- \xff")
    assert _outcomes(".") == [
        ("./a.yaml", "./a.yaml vcrpy"),
        ("./b.yaml", ""),
        ("./c.yaml", "./c.yaml:2: not readable as YAML: did not find expected node content"),
        ("./d.yaml", ""),
        ("./f.yaml", ""),
        ("./g.yaml", "./g.yaml:2: not UTF-8: byte 0xff"),
    ]


@pytest.mark.parametrize(
    ("files", "looked"),
    [
        pytest.param([], "0 files", id="an empty folder"),
        pytest.param(["a.txt"], "0 files", id="other files"),
        pytest.param(["a.yaml"], "1 file", id="no cassette among them"),
    ],
)
def test_nothing_but_folders_without_cassettes_is_an_error(
    files: list[str], looked: str, folder: Path
) -> None:
    (folder / "d").mkdir()
    for name in files:
        (folder / "d" / name).write_text("name: x\n")
    *_, last = for_each_cassette(["d", "d/"], _format)
    assert last.error is not None
    assert str(last.error) == "d, d/: no cassette found"
    searched = ", ".join(SUFFIXES)
    assert last.error.hint == f"searched {looked} ({searched}) that no .gitignore excludes"


def _select(selector: str, cassette: Cassette) -> str:
    return str(read_selection([selector]).of(len(cassette.interactions), cassette.path))


def test_a_selection_of_nothing_is_an_error_of_named_files_alone(folder: Path) -> None:
    (folder / "a.yaml").write_text(_EMPTY)
    work = partial(_select, "3")
    assert _outcomes("a.yaml", work=work) == [("a.yaml", "a.yaml: no such interaction")]
    (folder / "b").mkdir()
    interaction = "- {request: {method: GET, uri: /}, response: {status: {code: 200}}}\n"
    (folder / "b" / "b.yaml").write_text(f"interactions:\n{interaction * 4}")
    assert _outcomes(".", work=work) == [("./a.yaml", ""), ("./b/b.yaml", "[3]")]


def _refuse(_: Cassette) -> str:
    raise CassetteError("refused")


def test_an_error_of_the_work_gets_the_name_of_the_file(folder: Path) -> None:
    (folder / "a.yaml").write_text(_EMPTY)
    assert _outcomes("a.yaml", work=_refuse) == [("a.yaml", "a.yaml: refused")]


def _text_and_format(source: Source, cassette: Cassette) -> tuple[str, str]:
    return source.text, cassette.format


def test_work_may_need_the_source(folder: Path) -> None:
    (folder / "a.yaml").write_bytes(b"\xef\xbb\xbf" + _EMPTY.encode())
    assert list(for_each_source(["a.yaml"], _text_and_format)) == [
        Outcome("a.yaml", (_EMPTY, "vcrpy"))
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param(
            "har.har",
            b'{"log": {"entries": [{"request": {"url": "/"}, "response": {"status": 200}}]}}',
            id="HAR",
        ),
        pytest.param("a.httprr", b"httprr trace v1\n5 5\n", id="httprr"),
        pytest.param("a.yaml.gz", compress(_EMPTY.encode())[:-9], id="a compressed file, cut off"),
        pytest.param("a.yaml", _EMPTY.encode("utf-16"), id="a cassette in UTF-16"),
        pytest.param("a.yaml", _EMPTY.encode("utf-16-be"), id="UTF-16 without its mark"),
        pytest.param("a.yaml", f"{_ASKED}---\n{_ASKED}".encode(), id="two documents"),
    ],
)
def test_a_recording_that_cannot_be_read_is_named(name: str, data: bytes, folder: Path) -> None:
    (folder / name).write_bytes(data)
    outcome, *_ = for_each_cassette(["."], _format)
    assert outcome.error is not None
    assert name in outcome.error.where
    assert "`exclude` in the configuration" in outcome.error.hint


def test_the_configuration_excludes_files_from_searches(folder: Path, main_here: Main) -> None:
    (folder / "broken").mkdir()
    (folder / "broken" / "a.yaml").write_text(_BROKEN)
    (folder / "b.yaml").write_text(_BROKEN)
    (folder / "c.yaml").write_text(_EMPTY)
    (folder / "cassette.toml").write_text('exclude = ["broken/", "b.*"]')
    assert main_here("list", ".").code == 0
    assert main_here("list", ".", "--isolated").code == 2
    assert main_here("list", "b.yaml").code == 2


def test_the_processes_find_the_same_in_the_same_order(folder: Path) -> None:
    padding = "#" * 200_000
    for number in range(20):
        (folder / f"{number:02}.yaml").write_text(f"{_EMPTY}{padding}\n")
    assert [outcome.path for outcome in for_each_cassette([".", "none"], _format, 2)] == [
        *(f"./{number:02}.yaml" for number in range(20)),
        "none",
    ]
