import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.json_values import read_json
from cassette_cli.texts.json_strings import Strings, json_document, strings_of
from cassette_cli.texts.leaf import Kind, Texts


@pytest.mark.parametrize(
    ("text", "strings"),
    [
        pytest.param(
            '{"a": "b", "c": [1, "d"]}', Strings(["a", "c"], ["b", "d"], ["a", "c"]), id="in order"
        ),
        pytest.param('"a"', Strings(["m"], ["a"], []), id="a string alone has the outer name"),
        pytest.param('["a", ["b"]]', Strings(["m", "m"], ["a", "b"], []), id="so has a list"),
        pytest.param(
            '{"a": "x", "a": "y"}', Strings(["a", "a"], ["x", "y"], ["a", "a"]), id="hidden members"
        ),
        pytest.param(
            r'{"a": "\"\\", "a": "\\\""}',
            Strings(["a", "a"], ['"\\', '\\"'], ["a", "a"]),
            id="hidden ones beside escapes",
        ),
        pytest.param(
            '[{"name": "n", "value": "v"}, {"key": "k", "value": ["w"]}, {"value": "x"}]',
            Strings(
                ["name", "n", "key", "k", "value"],
                ["n", "v", "k", "w", "x"],
                ["name", "value", "key", "value", "value"],
            ),
            id="a value goes by the name beside it",
        ),
        pytest.param("[NaN, 1e999]", Strings([], [], []), id="no strings"),
        pytest.param("[" * 200 + '"a"' + "]" * 200, None, id="nested too deeply"),
        pytest.param("[" * 199 + '"a"' + "]" * 199, Strings(["m"], ["a"], []), id="just not"),
        pytest.param(
            '{"a": 1, "a": ' + "[" * 250 + "]" * 250 + "}", None, id="hidden, and too deep"
        ),
    ],
)
def test_strings_of(text: str, strings: Strings | None) -> None:
    assert strings_of((text,), (read_json(text),), "m") == strings


def test_several_texts_are_one_list() -> None:
    texts = ('{"a": "b"}', '{"c": "d", "c": "e"}')
    strings = strings_of(texts, [read_json(text) for text in texts])
    assert strings == Strings(["a", "c", "c"], ["b", "d", "e"], ["a", "c", "c"])
    assert strings.texts == (
        Texts(Kind.FIELD, ["b", "d", "e"], ["a", "c", "c"]),
        Texts(Kind.FIELD, ["a", "c", "c"]),
    )


@given(st.lists(st.tuples(st.text(alphabet='ab"\\é\n'), st.text(alphabet='ab"\\'))))
def test_no_member_is_missed(members: list[tuple[str, str]]) -> None:
    """Whatever names repeat, and whatever escapes stand in names and values."""
    text = ",".join(f"{json.dumps(key)}:{json.dumps(value)}" for key, value in members)
    strings = strings_of((f"{{{text}}}",), (read_json(f"{{{text}}}"),))
    assert strings is not None
    assert sorted(strings.values) == sorted(value for _, value in members)
    assert sorted(strings.keys) == sorted(key for key, _ in members)


@pytest.mark.parametrize(
    ("text", "is_json"),
    [
        pytest.param('{"a": 1}', True, id="JSON"),
        pytest.param('["NaN", NaN, Infinity, -Infinity]', True, id="constants beyond the standard"),
        pytest.param("{", False, id="no JSON"),
        pytest.param("{NaN", False, id="no JSON with a constant in it"),
    ],
)
def test_json_document(text: str, is_json: bool) -> None:  # noqa: FBT001 -- a column
    document = json_document(text)
    assert (document is not None) is is_json
    if document is not None:
        assert document.text == text
        assert document.roots[0].span == (0, len(text))
