import re

import pytest

from cassette_cli.checks.catalogue import checks, choose, documentation
from cassette_cli.checks.check import Check
from cassette_cli.errors import CassetteError

_EACH = [pytest.param(check, id=check.id) for check in checks()]


def test_ids_are_unique() -> None:
    ids = [check.id for check in checks()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("check", _EACH)
def test_a_check_is_called_like_its_file(check: Check) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", check.id)
    assert check.run.__module__.rpartition(".")[2] == check.id.replace("-", "_")


@pytest.mark.parametrize("check", _EACH)
def test_the_documentation_has_examples(check: Check) -> None:
    text = documentation(check)
    assert re.search(r"^(Fails|Reported)", text, re.MULTILINE)
    assert re.search(r"^Passes", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("select", "ignore", "ids"),
    [
        pytest.param(("url", "status"), (), ["status", "url"], id="selected ones in their order"),
        pytest.param(("url", "status"), ("url",), ["status"], id="ignoring wins"),
    ],
)
def test_choose(select: tuple[str, ...], ignore: tuple[str, ...], ids: list[str]) -> None:
    assert [check.id for check in choose(select, ignore)] == ids


def test_without_a_choice_all_run() -> None:
    assert choose() == checks()


@pytest.mark.parametrize(
    ("select", "ignore"),
    [pytest.param(("nope",), (), id="selected"), pytest.param((), ("nope",), id="ignored")],
)
def test_an_unknown_check_is_an_error(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    with pytest.raises(CassetteError, match="no check is called 'nope'"):
        choose(select, ignore)
