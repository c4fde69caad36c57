from cassette_cli.commands.redact.summary import (
    Redacted,
    found_line,
    left_standing,
    next_steps,
    statistics_lines,
)
from cassette_cli.commands.shared.edit_in_place import Edited, WriteMode
from cassette_cli.place import Place
from cassette_cli.recorders.lost import NO_LOSSES
from cassette_cli.redaction.redact import SecretFinding


def _edited(*digests: str, redacted: bool = True, held_back: int = 0) -> Edited[Redacted]:
    findings = tuple(
        SecretFinding("jwt", "credential", Place(0, "request.url", 1, 1), "eyJh…", redacted, digest)
        for digest in digests
    )
    redaction = Redacted(findings, "", NO_LOSSES, held_back)
    return Edited("a.yaml", bool(findings), "", redaction)


def test_places_files_and_values_are_counted() -> None:
    edited = [_edited("a", "b"), _edited("a"), _edited()]
    assert found_line(edited, 0) == "3 places in 2 files, 2 distinct values"
    assert list(statistics_lines(edited)) == ["3\t2\tjwt"]


def test_what_stays_is_counted() -> None:
    assert found_line([_edited(held_back=2)], 0) == "no secrets found, 2 kept by ignores"
    edited = [_edited("a", redacted=False)]
    assert left_standing(edited) == 1
    expected = "1 place in 1 file, 1 distinct value, 1 of them cannot be taken out"
    assert found_line(edited, 0) == expected


def test_where_nothing_was_searched_nothing_is_said_to_be_clean() -> None:
    assert found_line([], 2) == "nothing was searched"
    assert found_line([], 0) == "no secrets found"


def test_what_to_do_next() -> None:
    assert next_steps([_edited()], WriteMode()) == ""
    assert "commit again" in next_steps([_edited("a")], WriteMode())
    assert "revoked" in next_steps([_edited("a")], WriteMode(check=True))
