"""Options and fixtures of the whole suite.

`pytest tests/test_samples.py tests/test_reports.py --update-golden` rewrites the expected output
in tests/golden; read the difference before it is committed.
"""

import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple, Protocol

import pytest
from hypothesis import settings
from jsonschema import Draft7Validator

from cassette_cli.app import main
from cassette_cli.document import parse
from cassette_cli.files import Found, read, search
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.model import Cassette
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite
from cassette_cli.rewriting.step import Step
from cassette_cli.streams.event import Event
from cassette_cli.text import Span

_GOLDEN = Path(__file__).parent / "golden"
_SAMPLES = Path(__file__).parents[1] / "sample_cassettes"
_SAMPLE_NAMES = sorted(
    Path(found.path).relative_to(_SAMPLES).as_posix() for found in search([str(_SAMPLES)])
)
_SARIF_SCHEMA = Path(__file__).parent / "data" / "sarif-schema-2.1.0.json"
# What would make the program print for a person, or find settings of whoever runs the tests.
_VARIABLES_OF_THE_USER = ("NO_COLOR", "FORCE_COLOR", "PAGER", "COLUMNS", "LESS", "TERM", "HOME")


# A deadline for each example would fail tests on a machine that has something else to do.
settings.register_profile("cassette", deadline=None)
settings.load_profile("cassette")


def event(value: Json, name: str | None = None) -> Event:
    """An event that says this, wherever it stands in a stream."""
    return Event(write_json(value), Span(0, 0), (), name=name, value=value)


def events(*values: Json) -> list[Event]:
    """Events that say these, in order."""
    return [event(value) for value in values]


def text_event(data: str, name: str | None = None) -> Event:
    """An event with this data, be it JSON or not (`[DONE]`)."""
    return Event(data, Span(0, 0), (), name=name, value=read_json(data))


def source(block: str) -> str:
    """A file or a stream, written in a test as an indented block that looks like it."""
    return dedent(block).removeprefix("\n")


class Run(NamedTuple):
    """What a run of the program ended with."""

    code: int
    stdout: str
    stderr: str


class RunCassette(Protocol):
    """Runs the program in a process of its own, as a user does, with stdout and stderr piped."""

    def __call__(self, *arguments: str | Path, stdin: bytes = b"", **environment: str) -> Run: ...


class Main(Protocol):
    """Runs the program in this process."""

    def __call__(self, *arguments: str | Path) -> Run: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the expected output in tests/golden"
    )


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares output with the file of this name in tests/golden."""

    def check(name: str, output: str) -> None:
        path = _GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(output, "utf-8", newline="\n")
        assert path.is_file(), f"no {path}: see tests/conftest.py"
        assert output == path.read_text("utf-8")

    return check


@pytest.fixture
def run_cassette(tmp_path: Path) -> RunCassette:
    """The program, run in the test's own directory."""

    def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Run:
        variables = {
            name: value
            for name, value in os.environ.items()
            if name not in _VARIABLES_OF_THE_USER and not name.startswith("CASSETTE")
        }
        result = subprocess.run(
            [sys.executable, "-m", "cassette_cli", *arguments],
            cwd=tmp_path,
            env={**variables, "HOME": str(tmp_path), **environment},
            input=stdin,
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Run(result.returncode, result.stdout.decode(), result.stderr.decode())

    return run


@pytest.fixture
def main_here(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Main]:
    """The same in this process, which takes no time: for all that needs no process of its own."""

    def run(*arguments: str | Path) -> Run:
        monkeypatch.setattr(sys, "argv", ["cassette", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as caught:
            main()
        return Run(int(caught.value.code or 0), *capsys.readouterr())

    for name in list(os.environ):
        if name in _VARIABLES_OF_THE_USER or name.startswith("CASSETTE"):
            monkeypatch.delenv(name)
    threshold = gc.get_threshold()
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGPIPE") if hasattr(signal, name)]
    handlers = {number: signal.getsignal(number) for number in numbers}
    yield run
    gc.set_threshold(*threshold)
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def cassette_of() -> Callable[..., Cassette]:
    """The cassette that a text holds."""
    return lambda text, name="t.yaml": read_cassette(parse(name, text))


@pytest.fixture
def read_sample() -> Callable[[str], Cassette]:
    """One of the sample cassettes, by its path among them."""

    def read_sample(name: str) -> Cassette:
        return read_cassette(parse(name, read(Found(str(_SAMPLES / name), named=True)).text))

    return read_sample


@pytest.fixture(params=_SAMPLE_NAMES)
def sample(request: pytest.FixtureRequest, read_sample: Callable[[str], Cassette]) -> Cassette:
    """Each of the sample cassettes in turn."""
    return read_sample(request.param)


@pytest.fixture
def edited() -> Callable[..., str]:
    """The text of a cassette after some steps in each of its interactions."""

    def edited(text: str, *steps: Step) -> str:
        return rewrite(read_cassette(parse("t.yaml", text)), map(InEach, steps)).text

    return edited


@pytest.fixture(scope="session")
def sarif_validator() -> Draft7Validator:
    """Checks a report against the whole schema that OASIS published."""
    return Draft7Validator(json.loads(_SARIF_SCHEMA.read_text("utf-8")))
