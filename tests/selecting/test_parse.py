import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.selecting.parse import All, Any, Expression, Not, Term, Value, parse_expression

_A = Term("", (Value("a", 0),), 0)


def _term(spelled: str, position: int) -> Term:
    """A term `field:value` without alternatives."""
    field, colon, value = spelled.rpartition(":")
    return Term(field, (Value(value, position + len(field + colon)),), position)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        pytest.param("a", _A, id="a bare word"),
        pytest.param(" status:200 ", _term("status:200", 1), id="a field"),
        pytest.param("error:", _term("error:", 0), id="a field without a value"),
        pytest.param('"a b"', Term("", (Value("a b", 0),), 0), id="a quoted text"),
        pytest.param(r'"a \"b\" \\"', Term("", (Value(r'a "b" ' + "\\", 0),), 0), id="escapes"),
        pytest.param('model:"a b"', Term("model", (Value("a b", 6),), 0), id="a quoted value"),
        pytest.param("a b:c", All((_A, _term("b:c", 2))), id="and"),
        pytest.param("a | b:c", Any((_A, _term("b:c", 4))), id="or"),
        pytest.param("a|b:c", Any((_A, _term("b:c", 2))), id="or without blanks"),
        pytest.param(
            "status:200|4xx", Term("status", (Value("200", 7), Value("4xx", 11)), 0), id="values"
        ),
        pytest.param("!b:c", Not(_term("b:c", 1)), id="not"),
        pytest.param("-b:c", Not(_term("b:c", 1)), id="not, as search engines write it"),
        pytest.param("a-b", _term("a-b", 0), id="a hyphen in a word"),
        pytest.param("!!a", Not(Not(_term("a", 2))), id="not not"),
        pytest.param(
            "a b:c | d:e",
            Any((All((_A, _term("b:c", 2))), _term("d:e", 8))),
            id="and binds more closely than or",
        ),
        pytest.param(
            "a !(b:c | d:e)",
            All((_A, Not(Any((_term("b:c", 4), _term("d:e", 10)))))),
            id="parentheses",
        ),
        pytest.param("text:~x(y|z)+", _term("text:~x(y|z)+", 0), id="a regular expression"),
        pytest.param("(text:~(y))", _term("text:~(y)", 1), id="one in parentheses"),
        pytest.param("url:https://*/x", Term("url", (Value("https://*/x", 4),), 0), id="a colon"),
    ],
)
def test_an_expression_is_read(text: str, expression: Expression) -> None:
    assert parse_expression(text) == expression


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "a term is missing here (position 1, at the end)", id="nothing"),
        pytest.param("a |", "a term is missing here (position 4, at the end)", id="or nothing"),
        pytest.param("a || b", "a term is missing here (position 4, at '| b')", id="or or"),
        pytest.param("()", "a term is missing here (position 2, at ')')", id="empty parentheses"),
        pytest.param("!", "a term is missing here (position 2, at the end)", id="not nothing"),
        pytest.param("a (b", "this parenthesis is never closed (position 3, at '(b')", id="open"),
        pytest.param("a)", "no parenthesis was opened (position 2, at ')')", id="closed"),
        pytest.param('a:"b', "this quote is never closed (position 3, at '\"b')", id="quote"),
        pytest.param("(" * 200, "too deep", id="depth"),
    ],
)
def test_what_is_wrong_is_said_with_its_position(text: str, message: str) -> None:
    with pytest.raises(CassetteError) as caught:
        parse_expression(text)
    assert message in caught.value.message
