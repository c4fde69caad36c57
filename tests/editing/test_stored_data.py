import pytest

from cassette_cli.document import apply, parse
from cassette_cli.editing.stored_data import data_intents
from cassette_cli.errors import EditError
from cassette_cli.json_values import Json

_DATA = """\
text: 'a'
count: 1
ratio: 0.5
yes: true
none: null
list: [a, {b: 1}]
bytes: !!binary AAEC
"""
_VALUE: dict[str, Json] = {
    "text": "a",
    "count": 1,
    "ratio": 0.5,
    "yes": True,
    "none": None,
    "list": ["a", {"b": 1}],
    "bytes": "AAEC",
}


def _edited(value: Json) -> str:
    document = parse("t.yaml", _DATA)
    assert document.root is not None
    return apply(document, data_intents(document.root, value)).text


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        pytest.param({}, "", "", id="nothing"),
        pytest.param({"text": "b"}, "'a'", "'b'", id="a text"),
        pytest.param({"text": "1"}, "'a'", "'1'", id="a text of digits"),
        pytest.param({"count": 2}, "count: 1", "count: 2", id="a number"),
        pytest.param({"ratio": 0.25}, "0.5", "0.25", id="a fraction"),
        pytest.param({"yes": False}, "true", "false", id="a boolean"),
        pytest.param({"none": "x"}, "null", "x", id="a text for null"),
        pytest.param({"list": ["a", {"b": 2}]}, "{b: 1}", "{b: 2}", id="inside of a list"),
        pytest.param({"list": ["a", {"b": 1, "c": "x"}]}, "b: 1}", "b: 1, c: x}", id="a member"),
    ],
)
def test_data(change: dict[str, Json], before: str, after: str) -> None:
    assert _edited(_VALUE | change) == _DATA.replace(before, after, 1)


def test_a_member_less() -> None:
    value = {name: member for name, member in _VALUE.items() if name != "count"}
    assert _edited(value) == _DATA.replace("count: 1\n", "")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"count": "x", "text": 1}, '"a" cannot become 1', id="a number for a text"),
        pytest.param({"none": 1}, "null cannot become 1", id="a number for null"),
        pytest.param({"count": 1.5}, "type", id="a fraction for a number"),
        pytest.param({"list": ["a"]}, "only values and members", id="an item less"),
        pytest.param({"list": {}}, "only values and members", id="another kind"),
        pytest.param({"new": 1}, "'new' is not text", id="a new number"),
        pytest.param({"bytes": "AAED"}, "binary data", id="bytes"),
    ],
)
def test_what_the_file_cannot_spell_is_refused(change: dict[str, Json], message: str) -> None:
    with pytest.raises(EditError, match=message):
        _edited(_VALUE | change)
