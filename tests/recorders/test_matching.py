import pytest

from cassette_cli.document import parse
from cassette_cli.errors import CassetteError
from cassette_cli.model import Cassette, Interaction
from cassette_cli.recorders.lost import NO_LOSSES, Losses, Unmatched
from cassette_cli.recorders.matching import BY_DEFAULT, Matching
from tests.recorders.recorded import recorded


def _cassette(name: str, interaction: Interaction) -> Cassette:
    return Cassette("a.yaml", name, "2", (interaction,), parse("a.yaml", ""))


@pytest.mark.parametrize(
    ("matching", "format_name", "expected"),
    [
        pytest.param(BY_DEFAULT, "vcrpy", (), id="vcrpy does not look at bodies"),
        pytest.param(
            Matching(match_on=("method", "uri", "body")),
            "vcrpy",
            (Unmatched(0, "vcrpy", "body"),),
            id="unless it is told to",
        ),
        pytest.param(
            Matching("nock"), "vcrpy", (Unmatched(0, "nock", "body"),), id="another recorder"
        ),
        pytest.param(BY_DEFAULT, "agent-messages", (), id="a file that no known recorder wrote"),
    ],
)
def test_losses(matching: Matching, format_name: str, expected: tuple[Unmatched, ...]) -> None:
    before, after = (_cassette(format_name, recorded(body=body)) for body in ("a", "b"))
    assert matching.losses(before, after) == Losses(expected)
    assert matching.losses(before, before) == NO_LOSSES


@pytest.mark.parametrize(
    ("matching", "message"),
    [
        pytest.param(Matching("tape"), "'tape' is no recorder that is known", id="recorder"),
        pytest.param(
            Matching(match_on=("mood",)), "'mood' is no matcher that is known", id="matcher"
        ),
    ],
)
def test_unknown_names(matching: Matching, message: str) -> None:
    with pytest.raises(CassetteError, match=message):
        matching.recorder_for(_cassette("vcrpy", recorded()))
