import pytest

from cassette_cli.document.child_order import arrange, order
from cassette_cli.document.intents import ContainerIntent, Copy, Delete, Insert, Move
from cassette_cli.document.nodes import Sequence
from cassette_cli.errors import EditError

_LIST = Sequence((), flow=False, start=0, end=0)
_NEW = Insert(_LIST, 1, None, "new")


@pytest.mark.parametrize(
    ("intents", "slots"),
    [
        pytest.param([], (0, 1, 2), id="nothing to do"),
        pytest.param([Delete(_LIST, 1), Delete(_LIST, 1)], (0, 2), id="deleted twice is deleted"),
        pytest.param([_NEW], (0, _NEW, 1, 2), id="an insertion stands before the index"),
        pytest.param([Copy(_LIST, 2, 0)], (0, 2, 1, 2), id="a copy stands behind the index"),
        pytest.param([Copy(_LIST, 0, 2), Delete(_LIST, 0)], (1, 2, 0), id="copied and deleted"),
        pytest.param([Move(_LIST, 0, 2)], (1, 2, 0), id="moved down"),
        pytest.param([Move(_LIST, 2, 0)], (2, 0, 1), id="moved up"),
        pytest.param([Move(_LIST, 1, 1)], (0, 1, 2), id="moved to where it stands"),
    ],
)
def test_arrange(intents: list[ContainerIntent], slots: tuple[int | Insert, ...]) -> None:
    assert order(arrange(3, intents)) == slots


@pytest.mark.parametrize(
    "intents",
    [
        pytest.param([Move(_LIST, 0, 1), Move(_LIST, 0, 2)], id="moved twice"),
        pytest.param([Move(_LIST, 0, 1), Delete(_LIST, 0)], id="moved and deleted"),
    ],
)
def test_contradictions_are_refused(intents: list[ContainerIntent]) -> None:
    with pytest.raises(EditError, match="moved"):
        arrange(3, intents)
