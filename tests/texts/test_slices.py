from cassette_cli.text import Edit, Span
from cassette_cli.texts.slices import shifted


def test_shifted() -> None:
    assert list(shifted([Edit(Span(1, 2), "x")], 10)) == [Edit(Span(11, 12), "x")]
