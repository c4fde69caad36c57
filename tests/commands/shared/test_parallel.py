import os
from pathlib import Path

import pytest

from cassette_cli.commands.shared.parallel import do_all, size_on_disk

# Python 3.12 and later warn of a fork where the test runner has threads; the program has none.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


def _number_and_process(number: int) -> tuple[int, int]:
    return number, os.getpid()


@pytest.mark.parametrize(
    ("jobs", "size", "parallel"),
    [
        pytest.param(2, 1_000_000, True, id="many bytes"),
        pytest.param(2, 10, False, id="few bytes"),
        pytest.param(1, 1_000_000, False, id="one job"),
    ],
)
def test_processes_are_started_where_they_pay(
    jobs: int,
    size: int,
    parallel: bool,  # noqa: FBT001 -- a column
) -> None:
    results = list(do_all(range(20), _number_and_process, lambda _: size, jobs))
    assert [number for number, _ in results] == list(range(20))
    assert (os.getpid() not in {process for _, process in results}) is parallel


def test_size_on_disk(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert size_on_disk(str(tmp_path / "a")) == 3
    assert size_on_disk(str(tmp_path / "none")) == 0
