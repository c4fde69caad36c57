"""What a text is that is neither YAML nor JSON."""

import pytest

from cassette_cli.document import parse
from cassette_cli.errors import ParseError

_CONFLICT = """\
a: 1
<<<<<<< HEAD
b: 2
=======
b: 3
>>>>>>> theirs
"""
_BROKEN = "- a\nb: [\n"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param(
            "a.yaml", _CONFLICT, "a.yaml:2: an unresolved merge conflict begins here", id="conflict"
        ),
        pytest.param(
            "a.json", '{"a": 1,\n' + _CONFLICT, "a.json:3: an unresolved merge", id="in JSON"
        ),
        pytest.param("README.md", _BROKEN, "README.md: a Markdown text, not a rec", id="Markdown"),
        pytest.param("x/README", _BROKEN, "x/README: a README, not a recording", id="a README"),
        pytest.param("a.yaml", "<html>\n- a\nb: [", "a.yaml: a page of HTML, not", id="HTML"),
        pytest.param("a.yaml", _BROKEN, "a.yaml:2: not readable as YAML", id="broken data"),
    ],
)
def test_the_error_says_what_the_file_is(name: str, text: str, message: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(name, text)
    assert str(caught.value).startswith(message)
