"""All recorders that the program knows to replay cassettes."""

from functools import cache

from cassette_cli.model import Cassette
from cassette_cli.plugins import collect
from cassette_cli.recorders.recorder import Recorder


@cache
def recorders() -> tuple[Recorder, ...]:
    """Every recorder, in the order of file names."""
    return collect("cassette_cli.recorders", "RECORDER", Recorder)


def recorder_of(cassette: Cassette) -> Recorder | None:
    """The recorder that plays a cassette, where it is known."""
    return next((recorder for recorder in recorders() if recorder.plays(cassette)), None)
