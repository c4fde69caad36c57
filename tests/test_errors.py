import pickle

import pytest

from cassette_cli.errors import (
    CassetteError,
    EditError,
    ExitCode,
    FormatError,
    ParseError,
    reason_of,
)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        pytest.param(CassetteError("cannot be read"), "cannot be read", id="without a place"),
        pytest.param(
            ParseError("not UTF-8", where="a.yaml:3"), "a.yaml:3: not UTF-8", id="with a place"
        ),
        pytest.param(
            EditError("shared by an alias", where="a.yaml", hint="edit the anchor"),
            "a.yaml: shared by an alias",
            id="the hint is printed apart",
        ),
    ],
)
def test_str(error: CassetteError, text: str) -> None:
    assert str(error) == text


@pytest.mark.parametrize("kind", [CassetteError, ParseError, FormatError, EditError])
def test_errors_cross_processes(kind: type[CassetteError]) -> None:
    error = kind("broken", where="a.yaml:1", hint="mend it")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 -- what was just dumped
    assert type(again) is kind
    assert (again.message, again.where, again.hint) == ("broken", "a.yaml:1", "mend it")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        pytest.param(PermissionError(13, "Permission denied"), "permission denied", id="a number"),
        pytest.param(OSError("Odd"), "odd", id="words alone"),
    ],
)
def test_reason_of(error: OSError, reason: str) -> None:
    assert reason_of(error) == reason


def test_exit_codes() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "OK": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "BUG": 3,
        "INTERRUPTED": 130,
    }
