from pathlib import Path

import pytest

from cassette_cli.commands.diff.run import Amount, DiffOptions, amount_of, print_diff
from cassette_cli.commands.shared.output_format import TextMarkdownOrJson
from cassette_cli.comparing.noise import DEFAULT_RULES
from cassette_cli.errors import ExitCode


@pytest.fixture
def folders(tmp_path: Path, recorded: str, rerecorded: str) -> list[str]:
    """Two directories: one file is equal, one differs, one is broken on the second side."""
    texts = {
        "a": {"1.yaml": recorded, "2.yaml": recorded, "3.yaml": recorded},
        "b": {"1.yaml": recorded, "2.yaml": rerecorded, "3.yaml": "interactions: [1"},
    }
    for folder, files in texts.items():
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text, "utf-8")
    return [str(tmp_path / folder) for folder in texts]


@pytest.mark.parametrize(
    "output_format", [pytest.param(each, id=each.value) for each in TextMarkdownOrJson]
)
def test_an_error_does_not_stop_the_rest(
    output_format: TextMarkdownOrJson, folders: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = print_diff(folders, None, DiffOptions(DEFAULT_RULES, output_format))
    out, message = capsys.readouterr()
    assert code is ExitCode.USAGE
    assert "Salut !" in out
    assert message.startswith(f"error: {folders[1]}/3.yaml:1: ")
    assert message.endswith("1 file differs, 1 equal, 1 failed, 1 difference is noise\n")


def test_equal_files_print_nothing(folders: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    file = f"{folders[0]}/1.yaml"
    assert print_diff([file, file], None, DiffOptions(DEFAULT_RULES)) is ExitCode.OK
    assert capsys.readouterr() == ("", "0 files differ, 1 equal\n")


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        pytest.param(Amount.NOTHING, "", id="nothing"),
        pytest.param(Amount.NAME, "2.yaml\n", id="names"),
        pytest.param(Amount.STAT, "2.yaml | answer\n", id="a line for each file"),
    ],
)
def test_less_is_printed(
    amount: Amount, printed: str, folders: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    print_diff(folders, None, DiffOptions(DEFAULT_RULES, amount=amount))
    assert capsys.readouterr().out.replace(f"{folders[1]}/", "") == printed


def test_the_least_that_was_asked_for_is_printed() -> None:
    assert amount_of(stat=True, name_only=True, quiet=True) is Amount.NOTHING
    assert amount_of(stat=True, name_only=True, quiet=False) is Amount.NAME
    assert amount_of(stat=True, name_only=False, quiet=False) is Amount.STAT
    assert amount_of(stat=False, name_only=False, quiet=False) is Amount.ALL
