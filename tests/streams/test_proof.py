import pytest

from cassette_cli.errors import EditError
from cassette_cli.streams.event import Event
from cassette_cli.streams.proof import check_replaced
from cassette_cli.text import Span

FIRST = Event("a", Span(0, 1), (), name="x", id="1")
SECOND = Event("b", Span(1, 2), ())


def test_places_may_move() -> None:
    check_replaced([FIRST, SECOND], [FIRST._replace(span=Span(0, 5), data="c"), SECOND], {0: "c"})


@pytest.mark.parametrize(
    "after",
    [
        pytest.param([FIRST, SECOND], id="the new data are not there"),
        pytest.param([FIRST._replace(data="c")], id="an event is gone"),
        pytest.param([FIRST._replace(data="c"), SECOND, SECOND], id="an event came in"),
        pytest.param([FIRST._replace(data="c"), FIRST], id="another event changed"),
        pytest.param([FIRST._replace(data="c", name=None), SECOND], id="a name changed"),
        pytest.param([FIRST._replace(data="c", id=None), SECOND], id="an id changed"),
    ],
)
def test_any_other_change_is_refused(after: list[Event]) -> None:
    with pytest.raises(EditError, match="event 0"):
        check_replaced([FIRST, SECOND], after, {0: "c"})
