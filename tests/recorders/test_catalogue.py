import pytest

from cassette_cli.commands.redact.options import RecorderName
from cassette_cli.document import parse
from cassette_cli.formats.catalogue import formats
from cassette_cli.model import Cassette
from cassette_cli.recorders.catalogue import recorder_of, recorders


@pytest.mark.parametrize(
    ("format_name", "version", "recorder"),
    [
        pytest.param("go-vcr", "2", "go-vcr", id="go-vcr"),
        pytest.param("go-vcr", "1", "go-vcr v2", id="its old format"),
        pytest.param("vcrpy", "1", "vcrpy", id="vcrpy"),
        pytest.param("vcrpy-old", None, "vcrpy", id="its old format, too"),
        pytest.param("vcr", None, "vcr", id="VCR"),
        pytest.param("agent-messages", None, None, id="no HTTP recorder"),
    ],
)
def test_recorder_of(format_name: str, version: str | None, recorder: str | None) -> None:
    found = recorder_of(Cassette("a.yaml", format_name, version, (), parse("a.yaml", "")))
    assert (found and found.name) == recorder


def test_recorders_play_known_formats() -> None:
    known = {one.name for one in formats()}
    assert {name for recorder in recorders() for name in recorder.formats} <= known


def test_at_most_one_recorder_plays_a_cassette() -> None:
    for one in formats():
        for version in ("1", "2", None):
            cassette = Cassette("a.yaml", one.name, version, (), parse("a.yaml", ""))
            assert sum(recorder.plays(cassette) for recorder in recorders()) <= 1


def test_those_that_can_be_configured_can_be_asked_for() -> None:
    names = {recorder.name for recorder in recorders() if recorder.write_config}
    assert {name.value for name in RecorderName} == names
