import os

import pytest

from cassette_cli.commands.shared.workers import run_parallel

# Python 3.12 and later warn of a fork where the test runner has threads; the program has none.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


def test_results_come_in_order() -> None:
    assert list(run_parallel(range(50), str, 2)) == [str(number) for number in range(50)]


def _process(_: int) -> int:
    return os.getpid()


def test_the_work_is_done_elsewhere() -> None:
    assert os.getpid() not in set(run_parallel(range(3), _process, 2))


def _half(number: int) -> float:
    return 1 / (2 - number)


def test_a_bug_in_the_work_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(run_parallel(range(50), _half, 2))
