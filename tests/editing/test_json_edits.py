import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.editing.json_edits import json_edits, respell_json
from cassette_cli.errors import EditError
from cassette_cli.json_values import Json, write_json

_JSON: st.SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
_PRETTY = """\
{
  "a": 1,
  "b": {
    "c": []
  }
}"""


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        pytest.param('{"a": 1.50}', {"a": 1.5}, '{"a": 1.50}', id="an equal number stays"),
        pytest.param('{"a":1, "b" : 2}', {"a": 1, "b": 3}, '{"a":1, "b" : 3}', id="a number"),
        pytest.param('["\\u00e9x"]', ["éy"], '["\\u00e9y"]', id="escapes around an edit stay"),
        pytest.param('["é"]', ["ü"], '["ü"]', id="a text with other letters"),
        pytest.param('["e"]', ["ü"], '["\\u00fc"]', id="a text of ASCII stays ASCII"),
        pytest.param('{"a":1}', {"a": 1, "b": [1, 2]}, '{"a":1,"b":[1,2]}', id="a new member"),
        pytest.param('{"a": 1, "b": 2}', {"b": 2}, '{"b": 2}', id="a member less"),
        pytest.param('{"a": 1, "b": 2}', {"b": 2, "a": 1}, '{"b": 2, "a": 1}', id="another order"),
        pytest.param('{"a":1,"b":2}', {}, "{}", id="no member left"),
        pytest.param("{}", {"a": 1}, '{"a": 1}', id="the first member"),
        pytest.param('[{"a":1.0},2]', [{"a": 1.0}], '[{"a":1.0}]', id="an item less"),
        pytest.param("[1.0, 2]", [0, 1.0, 2], "[0, 1.0, 2]", id="items that are kept stay"),
        pytest.param(
            '[{"a":1.0,"b":1}]', [{"a": 1.0, "b": 2}, 0], '[{"a":1.0,"b":2},0]', id="both"
        ),
        pytest.param('{"a":1}', [1], "[1]", id="another kind"),
        pytest.param("true", 1, "1", id="a number for a boolean"),
        pytest.param('{"a":1,"a":2}', {"a": 3}, '{"a":1,"a":3}', id="of two the last counts"),
        pytest.param('[""]', ["\ud83d"], '["\\ud83d"]', id="half a character is escaped"),
        pytest.param('["é"]', [["\ud83d"]], '[["\\ud83d"]]', id="and so it is in new JSON"),
        pytest.param(
            _PRETTY,
            {"a": 1, "b": {"c": [1]}, "d": {"e": 2}},
            _PRETTY.replace("[]", "[\n      1\n    ]")[:-2] + ',\n  "d": {\n    "e": 2\n  }\n}',
            id="indented like the rest",
        ),
    ],
)
def test_respell(text: str, value: Json, after: str) -> None:
    assert respell_json(text, value) == after


def test_what_is_no_standard_is_refused() -> None:
    with pytest.raises(EditError, match="not as the standard has it"):
        json_edits("[NaN]", [1])


@given(_JSON, _JSON, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_what_is_spelled_is_read(
    old: Json,
    new: Json,
    indent: int | str | None,
    ascii_only: bool,  # noqa: FBT001 -- drawn
) -> None:
    text = json.dumps(old, indent=indent, ensure_ascii=ascii_only)
    assert write_json(json.loads(respell_json(text, new))) == write_json(new)


@given(_JSON, st.sampled_from([None, 1, "\t"]))
def test_the_same_value_needs_no_edit(value: Json, indent: int | str | None) -> None:
    assert json_edits(json.dumps(value, indent=indent), value) == ()
