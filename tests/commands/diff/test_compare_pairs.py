import pytest

from cassette_cli.commands.diff.compare_pairs import Comparing, compare_pairs
from cassette_cli.commands.diff.file_pairs import FilePair
from cassette_cli.commands.diff.file_version import FileVersion
from cassette_cli.comparing.noise import DEFAULT_RULES

_BROKEN = FileVersion("broken.yaml", b"interactions: [1\n")
_OTHER = FileVersion("other.yaml", b"a: 1\n")


def _side(text: str) -> FileVersion:
    return FileVersion("chat.yaml", text.encode())


def test_a_pair(recorded: str, rerecorded: str) -> None:
    outcome = Comparing(DEFAULT_RULES)(FilePair(_side(recorded), _side(rerecorded), named=True))
    assert outcome.result is not None
    assert [change.path for change in outcome.result.changes if change.matters] == [
        "completion.messages[0].parts[0].content"
    ]


@pytest.mark.parametrize(
    ("pair", "message"),
    [
        pytest.param(FilePair(_OTHER, _OTHER, named=True), "no recorder's format", id="named"),
        pytest.param(FilePair(_BROKEN, None), "broken.yaml:", id="a cassette by the look of it"),
        pytest.param(
            FilePair(FileVersion("none.yaml"), None, named=True), "cannot be read", id="not there"
        ),
    ],
)
def test_errors(pair: FilePair, message: str) -> None:
    outcome = Comparing(DEFAULT_RULES)(pair)
    assert outcome.result is None
    assert message in str(outcome.error)


@pytest.mark.parametrize(
    "side",
    [
        pytest.param(_OTHER, id="a file of another kind"),
        pytest.param(FileVersion("x.yaml", b"a: [1\n"), id="one that does not parse"),
    ],
)
def test_files_that_nobody_named_are_passed_over(side: FileVersion) -> None:
    outcome = Comparing(DEFAULT_RULES)(FilePair(side, side))
    assert (outcome.result, outcome.error) == (None, None)


def test_results_are_in_order_whatever_the_jobs(recorded: str, rerecorded: str) -> None:
    padding = "#" * 2_000_000
    pairs = [
        FilePair(_side(recorded), _side(f"{text}{padding}\n"), named=True)
        for text in (recorded, rerecorded, recorded)
    ]
    outcomes = list(compare_pairs(pairs, DEFAULT_RULES, 2))
    assert [outcome.result and outcome.result.equal for outcome in outcomes] == [True, False, True]
