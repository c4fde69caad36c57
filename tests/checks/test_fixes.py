from collections.abc import Callable

from cassette_cli.checks.engine import CheckSettings
from cassette_cli.checks.fixes import Fix, fixes
from cassette_cli.document import apply, parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette
from cassette_cli.rewriting.rewrite import rewrite

_TEXT = """version: 2
interactions:
- id: 3
  request: {method: POST, url: "https://e.org/", content_length: 9, body: "abc"}
  response: {code: 200, content_length: 3, body: "abc"}
"""


def test_what_can_be_put_right_is() -> None:
    document = parse("t.yaml", _TEXT)
    fixed = apply(document, fixes(read_cassette(document), CheckSettings()))
    assert fixed.text == _TEXT.replace("id: 3", "id: 0").replace("9", "3")


def test_only_what_is_checked_is_put_right() -> None:
    document = parse("t.yaml", _TEXT)
    settings = CheckSettings(select=("content-length",))
    fixed = apply(document, fixes(read_cassette(document), settings))
    assert fixed.text == _TEXT.replace("9", "3")


def test_fixes_are_a_step_of_rewrite(cassette_of: Callable[..., Cassette]) -> None:
    fixed = rewrite(cassette_of(_TEXT), [Fix(("content-length", "interaction-ids"))])
    assert fixed.text == _TEXT.replace("id: 3", "id: 0").replace("9", "3")
    assert fixed.told == "2 fixes made"


def test_where_nothing_is_found_nothing_is_fixed(cassette_of: Callable[..., Cassette]) -> None:
    assert rewrite(cassette_of(_TEXT), [Fix(("missing-field",))]).told == ""
