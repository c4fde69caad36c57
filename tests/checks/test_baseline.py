import pytest

from cassette_cli.checks.baseline import read_baseline, without_known, write_baseline
from cassette_cli.errors import CassetteError
from cassette_cli.finding import Finding, Severity
from cassette_cli.place import Place


def finding(fingerprint: str) -> Finding:
    return Finding(
        "secret", Severity.ERROR, "openai-key: sk-p…", "a.yaml", Place(0, "", 1, 1), fingerprint
    )


def test_what_is_written_is_known() -> None:
    text = write_baseline([finding("a"), finding("b")])
    assert read_baseline("baseline.json", text) == {"a", "b"}


def test_a_baseline_holds_nothing_of_the_context() -> None:
    assert "sk-p" not in write_baseline([finding("a")])


def test_without_known() -> None:
    assert without_known([finding("a"), finding("b")], frozenset("a")) == (finding("b"),)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="a list"),
        pytest.param('{"version": 2, "findings": []}', id="of another version"),
    ],
)
def test_what_is_no_baseline(text: str) -> None:
    with pytest.raises(CassetteError, match="no baseline"):
        read_baseline("baseline.json", text)
