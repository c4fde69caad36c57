import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.searching.pattern import Case, Pattern, compile_pattern, search_for
from cassette_cli.texts.leaf import Kind


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        pytest.param(Pattern("berlin"), ["Berlin", "berlin"], id="lower case finds both"),
        pytest.param(Pattern("Berlin"), ["Berlin"], id="an upper-case letter makes case count"),
        pytest.param(
            Pattern(r"\Serlin"), ["Berlin", "berlin"], id="the letter of an escape is none"
        ),
        pytest.param(Pattern("(?i)BERLIN"), ["Berlin", "berlin"], id="a flag in the pattern"),
        pytest.param(Pattern("berlin", case=Case.COUNTS), ["berlin"], id="case counts"),
        pytest.param(Pattern("BERLIN", case=Case.IGNORED), ["Berlin", "berlin"], id="case ignored"),
        pytest.param(Pattern("n.", fixed=True), ["n."], id="a fixed text has no signs"),
        pytest.param(Pattern("^berlin.$"), ["berlin."], id="anchors are ends of lines"),
        pytest.param(Pattern("x*"), [], id="an empty match is none"),
    ],
)
def test_a_pattern_finds(pattern: Pattern, found: list[str]) -> None:
    text = "Berlin and\nberlin."
    hits = search_for(pattern).find(Kind.TEXT, "", text)
    assert [text[slice(*hit.span)] for hit in hits] == found


@pytest.mark.parametrize("source", ["(", "*", "[a", r"\p"])
def test_what_is_no_regular_expression_is_said(source: str) -> None:
    with pytest.raises(CassetteError, match="is not a regular expression"):
        compile_pattern(Pattern(source))
    assert compile_pattern(Pattern(source, fixed=True)).search(f"a{source}")
