import pytest

from cassette_cli.redaction.match import Match, merge
from cassette_cli.redaction.rule import Rule, SecretClass
from cassette_cli.text import Span

KEY = Rule("key", SecretClass.CREDENTIAL, "a key")
TOKEN = Rule("token", SecretClass.CREDENTIAL, "a token")
NAME = Rule("name", SecretClass.IDENTIFIER, "a name")


@pytest.mark.parametrize(
    ("matches", "merged"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(
            [(TOKEN, 5, 9), (KEY, 0, 4)], [(KEY, 0, 4), (TOKEN, 5, 9)], id="apart: in order"
        ),
        pytest.param([(KEY, 0, 4), (TOKEN, 4, 9)], [(KEY, 0, 4), (TOKEN, 4, 9)], id="touching"),
        pytest.param([(KEY, 2, 4), (TOKEN, 0, 9)], [(TOKEN, 0, 9)], id="the longer one stays"),
        pytest.param([(TOKEN, 0, 4), (KEY, 0, 4)], [(KEY, 0, 4)], id="alike: the first name"),
        pytest.param([(KEY, 0, 5), (TOKEN, 3, 9)], [(TOKEN, 0, 9)], id="they grow together"),
        pytest.param(
            [(KEY, 0, 4), (TOKEN, 3, 6), (KEY, 5, 9)], [(KEY, 0, 9)], id="three in a chain"
        ),
        pytest.param([(KEY, 2, 4), (NAME, 0, 9)], [(KEY, 2, 4)], id="a credential wins"),
        pytest.param([(NAME, 0, 4), (KEY, 5, 9)], [(NAME, 0, 4), (KEY, 5, 9)], id="both apart"),
    ],
)
def test_merge(matches: list[tuple[Rule, int, int]], merged: list[tuple[Rule, int, int]]) -> None:
    expected = tuple(Match(rule, Span(start, end)) for rule, start, end in merged)
    assert merge(Match(rule, Span(start, end)) for rule, start, end in matches) == expected
