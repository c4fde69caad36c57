import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.block_scalar import block_runs, read_block
from cassette_cli.document.context import Context
from cassette_cli.document.raw_scalar import decode
from cassette_cli.document.spelling import spell, spell_first

_CONTEXT = Context(json=False, ascii=False, newline="\n", indent=0)
_JSON_IN_YAML = _CONTEXT._replace(json=True, ascii=True, also_yaml=True)
_VALUES = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(list(" \t\n'\"\\:#-|>\x85\ufeff")),
    max_size=20,
)


@pytest.mark.parametrize(
    ("value", "style", "context", "spelled"),
    [
        pytest.param("a b", "", _CONTEXT, "a b", id="plain"),
        pytest.param("yes", "", _CONTEXT, None, id="no plain boolean"),
        pytest.param("a\nb", "", _CONTEXT, None, id="no break in plain text"),
        pytest.param("it's", "'", _CONTEXT, "'it''s'", id="single quotes"),
        pytest.param("a\nb", "'", _CONTEXT, "'a\n\n  b'", id="a break in single quotes"),
        pytest.param("a\nb", "'", _CONTEXT._replace(is_key=True), None, id="no break in a key"),
        pytest.param("a \nb", "'", _CONTEXT, None, id="no blank at a break"),
        pytest.param("\x00\t\u00e9", '"', _CONTEXT, '"\\0\\t\u00e9"', id="double quotes"),
        pytest.param("\u00e9", '"', _CONTEXT._replace(ascii=True), '"\\xe9"', id="ASCII"),
        pytest.param("\ud83d", '"', _CONTEXT, None, id="no half characters"),
        pytest.param("\x01\n", "|", _CONTEXT, None, id="no controls in a block"),
        pytest.param("\n\n", "|", _CONTEXT, None, id="no block of blank lines"),
        pytest.param(" a", "|", _CONTEXT, "|2-\n   a\n", id="an indented block"),
        pytest.param(" a", "|", _CONTEXT._replace(step=12), None, id="too far to be indicated"),
        pytest.param("a", "|", _CONTEXT._replace(flow=True), None, id="no block within brackets"),
        pytest.param(
            "\u2028\ud83d", '"', _CONTEXT._replace(json=True), '"\u2028\\ud83d"', id="JSON"
        ),
        pytest.param("a", "'", _CONTEXT._replace(json=True), None, id="JSON has one style"),
        pytest.param(
            "\U0001f600\xe9", '"', _JSON_IN_YAML, '"\U0001f600\\u00e9"', id="no pairs of surrogates"
        ),
        pytest.param("\ud83d", '"', _JSON_IN_YAML, None, id="no half characters in JSON for YAML"),
        pytest.param("a\tb", "", _CONTEXT, None, id="no tab in plain text"),
    ],
)
def test_spell(value: str, style: str, context: Context, spelled: str | None) -> None:
    assert spell(value, style, context) == spelled


def test_the_first_style_that_holds_it_is_taken() -> None:
    assert spell_first("a: b", ("", "'", '"'), _CONTEXT) == "'a: b'"
    assert spell_first("a\x07", ("", "'"), _CONTEXT) is None


@given(_VALUES, st.sampled_from(["", "'", '"', "|", ">"]), st.booleans())
def test_both_loaders_of_pyyaml_read_what_is_spelled(
    value: str,
    style: str,
    to_ascii: bool,  # noqa: FBT001 -- drawn
) -> None:
    spelled = spell(value, style, _CONTEXT._replace(ascii=to_ascii))
    if spelled is not None:
        assert _read_as_yaml(f"k: {spelled}\n") == [{"k": value}] * 2


@given(_VALUES, st.sampled_from(["", "'", '"']), st.booleans())
def test_both_loaders_of_pyyaml_read_what_is_spelled_as_a_key_within_brackets(
    value: str,
    style: str,
    to_ascii: bool,  # noqa: FBT001 -- drawn
) -> None:
    spelled = spell(value, style, _CONTEXT._replace(ascii=to_ascii, flow=True, is_key=True))
    if spelled is not None:
        assert _read_as_yaml(f"{{{spelled}: [{spelled}, {spelled}]}}") == [{value: [value] * 2}] * 2


@given(_VALUES, st.booleans())
def test_json_in_a_yaml_file_is_read_alike_by_all(value: str, to_ascii: bool) -> None:  # noqa: FBT001 -- drawn
    spelled = spell(value, '"', _CONTEXT._replace(json=True, ascii=to_ascii, also_yaml=True))
    assert spelled is not None
    assert [json.loads(spelled), *_read_as_yaml(spelled)] == [value] * 3


def _read_as_yaml(text: str) -> list[object]:
    return [yaml.load(text, Loader=yaml.SafeLoader), yaml.load(text, Loader=yaml.CSafeLoader)]


@given(_VALUES, st.sampled_from(["|", ">"]))
def test_blocks_decode_to_their_value(value: str, style: str) -> None:
    spelled = spell(value, style, _CONTEXT)
    if spelled is not None:
        block = read_block(spelled, 0, len(spelled), value)
        assert decode(spelled, block_runs(spelled, block)) == value


@given(st.text(max_size=10), st.booleans())
def test_json_reads_what_is_spelled(value: str, to_ascii: bool) -> None:  # noqa: FBT001 -- drawn
    spelled = spell(value, '"', _CONTEXT._replace(json=True, ascii=to_ascii))
    assert spelled is not None
    assert json.loads(spelled) == value
    spelled.encode("ascii" if to_ascii else "utf-8")
