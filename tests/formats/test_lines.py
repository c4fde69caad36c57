import json

import pytest

from cassette_cli.document import Sequence, apply, parse
from cassette_cli.formats.lines import line_intents, read_lines


@pytest.mark.parametrize(
    ("lines", "new", "after"),
    [
        pytest.param(["a\n", "b\n", "c"], "a\nx\nc", ["a\n", "x\n", "c"], id="a line"),
        pytest.param(["a\n", "b\n", "c"], "x\nb\ny", ["x\n", "b\n", "y"], id="several lines"),
        pytest.param(["a\n", "b"], "a\nbc", ["a\n", "bc"], id="at the end"),
        pytest.param(["a\n", "b\n", "c"], "a\nc", ["a\n", "", "c"], id="a line fewer"),
        pytest.param(["a\n", "b\n", "c"], "x", ["x"], id="another text"),
        pytest.param(["a", "b64:/w=="], b"a\xfe", ["a", "b64:/g=="], id="base64"),
        pytest.param(["b64:broken", "c"], "b64:broken d", ["b64:broken", " d"], id="text like it"),
    ],
)
def test_the_strings_make_up_the_new_body(
    lines: list[str], new: str | bytes, after: list[str]
) -> None:
    document = parse("x.json", json.dumps(lines))
    assert isinstance(document.root, Sequence)
    edited = apply(document, line_intents(document.root, new))
    assert json.loads(edited.text) == after
    assert isinstance(edited.root, Sequence)
    assert read_lines(edited.root).content == new
