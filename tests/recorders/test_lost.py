import pytest

from cassette_cli.model import Interaction
from cassette_cli.recorders.go_vcr import RECORDER as GO_VCR
from cassette_cli.recorders.lost import Losses, Reanswered, Unmatched, losses
from tests.recorders.recorded import recorded

_FIRST, _SECOND, _THIRD = (recorded("https://a.example/poll", answer=text) for text in "123")
_OTHER = recorded("https://a.example/other")
_POLLS = [_FIRST, _SECOND, _THIRD]


def _lost(*named: tuple[int, str]) -> tuple[Unmatched, ...]:
    return tuple(Unmatched(index, "go-vcr", reason) for index, reason in named)


@pytest.mark.parametrize(
    ("before", "after", "origins", "expected"),
    [
        pytest.param([_FIRST, _OTHER], [_FIRST, _OTHER], None, Losses(), id="nothing changed"),
        pytest.param(
            [_FIRST, _OTHER],
            [_FIRST, recorded("https://b.example/other")],
            None,
            Losses(_lost((1, "URL"))),
            id="the interaction and what was changed in it are named",
        ),
        pytest.param(
            _POLLS,
            [_FIRST, _THIRD],
            (0, 2),
            Losses(_lost((1, "dropped"))),
            id="of equal requests as many are named as were dropped",
        ),
        pytest.param(
            _POLLS,
            [_SECOND, _FIRST, _THIRD],
            (1, 0, 2),
            Losses((), (Reanswered(0, "go-vcr", 1), Reanswered(1, "go-vcr", 0))),
            id="another order gives other answers",
        ),
        pytest.param(
            [_FIRST, _FIRST],
            [_FIRST, _FIRST],
            (1, 0),
            Losses(),
            id="but equal answers are the same",
        ),
        pytest.param(
            _POLLS,
            [_THIRD, *_POLLS],
            (None, 0, 1, 2),
            Losses(),
            id="an added interaction waits for a request of its own",
        ),
    ],
)
def test_losses(
    before: list[Interaction],
    after: list[Interaction],
    origins: tuple[int | None, ...] | None,
    expected: Losses,
) -> None:
    assert losses(before, after, GO_VCR, origins) == expected
