import pytest

from cassette_cli.commands.shared.outcome import Outcome, Results
from cassette_cli.errors import CassetteError, ExitCode


def test_results_without_errors() -> None:
    results = Results([Outcome("a", 1), Outcome("passed over"), Outcome("b", 0)])
    assert (list(results), results.errors, results.exit_code) == ([1, 0], [], ExitCode.OK)


def test_an_error_is_printed_and_stops_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    broken = CassetteError("broken", where="b")
    results = Results([Outcome("a", 1), Outcome("b", error=broken), Outcome("c", 3)])
    found = iter(results)
    assert (next(found), capsys.readouterr().err) == (1, "")
    assert (next(found), capsys.readouterr().err) == (3, "error: b: broken\n")
    assert (list(found), results.errors, results.exit_code) == ([], [broken], ExitCode.USAGE)


def test_a_result_may_fail_later(capsys: pytest.CaptureFixture[str]) -> None:
    results = Results([Outcome("a", 1)])
    for _ in results:
        results.fail(CassetteError("not written"))
    assert (results.exit_code, capsys.readouterr().err) == (2, "error: not written\n")
