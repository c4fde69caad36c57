from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import pytest

from cassette_cli.document import Delete, Scalar, Sequence, SetValue
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.rewrite import Done, rewrite
from cassette_cli.rewriting.step import CassetteStep, Plan, Told

_ONE = """\
interactions:
- request: {body: null, headers: {}, method: GET, uri: 'http://a/'}
  response: {body: {string: ''}, headers: {}, status: {code: 200, message: OK}}
version: 1
"""
_OLD = """\
- request: {method: GET, protocol: http, host: a, path: /}
  response: {body: b}
"""


@dataclass(frozen=True)
class _GoTo:
    """Gives the first request a URL, which must not be a bad one."""

    url: str
    told: ClassVar[Told] = Told("address changed", "addresses changed")

    def plan(self, cassette: Cassette) -> Plan:
        node = cassette.interactions[0].sources["request.url"]
        assert isinstance(node, Scalar)
        return Plan((SetValue(node, self.url),), 1, (f"was {node.value}",))

    def holds(self, _: Cassette, after: Cassette) -> bool:
        return "bad" not in after.interactions[0].request.url


@dataclass(frozen=True)
class _Empty:
    """Takes the only interaction out of a list that is nothing else."""

    told: ClassVar[Told] = Told("list emptied", "lists emptied")

    def plan(self, cassette: Cassette) -> Plan:
        root = cassette.document.root
        assert isinstance(root, Sequence)
        return Plan((Delete(root, 0),), 1)

    def holds(self, _: Cassette, __: Cassette) -> bool:
        return True


@dataclass(frozen=True)
class _Nothing:
    """Finds nothing to do."""

    told: ClassVar[Told] = Told("thing done", "things done")

    def plan(self, _: Cassette) -> Plan:
        return Plan()

    def holds(self, _: Cassette, __: Cassette) -> bool:
        return False


def test_each_step_sees_what_the_one_before_left(cassette_of: Callable[..., Cassette]) -> None:
    rewritten = rewrite(cassette_of(_ONE), [_GoTo("http://b/"), _GoTo("http://c/")])
    assert rewritten.notes == ("was http://a/", "was http://b/")
    assert rewritten.text == _ONE.replace("http://a/", "http://c/")


def test_what_was_done_is_told_by_kind(cassette_of: Callable[..., Cassette]) -> None:
    steps: list[CassetteStep] = [_GoTo("http://b/"), _Nothing(), _GoTo("http://c/")]
    rewritten = rewrite(cassette_of(_ONE), steps)
    assert rewritten.done == (Done(steps[0], 1), Done(steps[1], 0), Done(steps[2], 1))
    assert rewritten.told == "2 addresses changed"
    assert rewrite(cassette_of(_ONE), steps[:1]).told == "1 address changed"


def test_where_nothing_is_done_the_cassette_is_the_same(
    cassette_of: Callable[..., Cassette],
) -> None:
    cassette = cassette_of(_ONE)
    for steps in ([], [_Nothing()]):
        rewritten = rewrite(cassette, steps)
        assert rewritten.cassette is cassette
        assert rewritten.told == ""


def test_what_does_not_hold_is_refused(cassette_of: Callable[..., Cassette]) -> None:
    with pytest.raises(EditError, match=r"t\.yaml: .* read as something else"):
        rewrite(cassette_of(_ONE), [_GoTo("http://bad/")])


def test_a_file_stays_a_cassette(cassette_of: Callable[..., Cassette]) -> None:
    with pytest.raises(EditError, match="no cassette any more"):
        rewrite(cassette_of(_OLD), [_Empty()])
