import pytest

from cassette_cli.commands.shared.print_error import print_error
from cassette_cli.errors import CassetteError


@pytest.mark.parametrize(
    ("error", "printed"),
    [
        pytest.param(CassetteError("broken"), "error: broken\n", id="what"),
        pytest.param(
            CassetteError("broken", where="a.yaml:3", hint="mend it"),
            "error: a.yaml:3: broken\nhint: mend it\n",
            id="where, what and a hint",
        ),
        pytest.param(
            CassetteError("broken", where="\x1b[2J\na.yaml"),
            "error: \\x1b[2J\\na.yaml: broken\n",
            id="a name of a file that would clear the screen",
        ),
    ],
)
def test_print_error(
    error: CassetteError, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print_error(error)
    assert capsys.readouterr() == ("", printed)
