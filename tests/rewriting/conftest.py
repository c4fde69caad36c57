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


@pytest.fixture
def cassette_of() -> Callable[..., Cassette]:
    """The cassette that a text holds."""
    return lambda text, name="t.yaml": read_cassette(parse(name, text))


@pytest.fixture
def rewritten() -> Callable[..., str]:
    """The text of a cassette after some operations."""

    def rewritten(text: str, *operations: Operation, name: str = "t.yaml") -> str:
        return rewrite(read_cassette(parse(name, text)), operations).text

    return rewritten


@pytest.fixture
def read_sample() -> Callable[[str], Cassette]:
    """One of the sample cassettes, by its path among them."""

    def read_sample(name: str) -> Cassette:
        return read_cassette(parse(name, read(Found(str(_SAMPLES / name), named=True)).text))

    return read_sample


@pytest.fixture(params=_NAMES)
def sample(request: pytest.FixtureRequest, read_sample: Callable[[str], Cassette]) -> Cassette:
    """Each of the sample cassettes in turn."""
    return read_sample(request.param)
