from collections.abc import Callable
from pathlib import Path

import pytest

from cassette_cli.document import parse
from cassette_cli.files import Found, read, search
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette
from cassette_cli.rewriting.operation import Operation, rewrite

_SAMPLES = Path(__file__).parents[2] / "sample_cassettes"
_NAMES = [Path(found.path).relative_to(_SAMPLES).as_posix() for found in search([str(_SAMPLES)])]

_TRANSCRIPT = """\
%% answer
id: msg_1
model: some-model
%% message
role: assistant
finish_reason: tool_calls
%% reasoning
Let me
think.

%% text
\\%% text is a marker
%% tool_call
id: call_1
name: add
arguments:
{
  "a": 2
}
%% part
{
  "type": "citations",
  "value": []
}
%% usage
input_tokens: 3
"""


def _read_sample(name: str) -> Cassette:
    return read_cassette(parse(name, read(Found(str(_SAMPLES / name), named=True)).text))


@pytest.fixture
def read_sample() -> Callable[[str], Cassette]:
    """One of the sample cassettes, by its path among them."""
    return _read_sample


@pytest.fixture(params=_NAMES)
def sample(request: pytest.FixtureRequest) -> Cassette:
    """Each of the sample cassettes in turn."""
    return _read_sample(request.param)


@pytest.fixture
def cassette_of() -> Callable[[str], Cassette]:
    """The cassette that a text holds."""
    return lambda text: read_cassette(parse("t.yaml", text))


@pytest.fixture
def edited() -> Callable[..., str]:
    """The text of a cassette after some operations."""

    def edited(text: str, *operations: Operation) -> str:
        return rewrite(read_cassette(parse("t.yaml", text)), operations).text

    return edited


@pytest.fixture
def transcript() -> str:
    """An answer in the form in which it is edited."""
    return _TRANSCRIPT
