"""`cassette convert` as a user calls it."""

from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest

_SAMPLES = Path(__file__).parents[3] / "sample_cassettes"
_GO_VCR = _SAMPLES / "go-vcr" / "openai-chat-plain.yaml"
_VCRPY = _SAMPLES / "vcrpy" / "openai-chat-plain.yaml"
_NO_DURATION = "vcrpy has no durations (#0)"

Main = Callable[..., tuple[int, str, str]]


def test_one_cassette_goes_to_standard_output(main_here: Main) -> None:
    code, output, errors = main_here("convert", "--to", "vcrpy", _GO_VCR)
    assert code == 0
    assert output.startswith('interactions:\n- request:\n    body: \'{"model":')
    assert errors == f"note: {_GO_VCR}: {_NO_DURATION}\n"


def test_a_file_is_written_and_read_as_what_it_became(main_here: Main, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    assert main_here("convert", "--to", "vcrpy", "-o", new, _GO_VCR)[0] == 0
    assert main_here("validate", new)[0] == 0
    assert "vcrpy" in main_here("show", "--output-format", "json", new)[1]


def test_nothing_is_overwritten(main_here: Main, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    new.write_text("mine")
    code, _, errors = main_here("convert", "--to", "vcr", "-o", new, _VCRPY)
    assert (code, new.read_text()) == (2, "mine")
    assert "the file already exists" in errors
    assert main_here("convert", "--to", "vcr", "-o", new, "--force", _VCRPY)[0] == 0
    assert new.read_text().startswith("---\nhttp_interactions:\n")


def test_strict_writes_nothing_that_loses_anything(main_here: Main, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    code, _, errors = main_here("convert", "--strict", "--to", "vcrpy", "-o", new, _GO_VCR)
    assert (code, new.exists()) == (1, False)
    assert _NO_DURATION in errors
    assert main_here("convert", "--strict", "--to", "go-vcr", "-o", new, _GO_VCR)[0] == 0


def test_folders_keep_files_of_one_name_apart(main_here: Main, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        copy(_VCRPY, tmp_path / folder / "chat.yaml")
        copy(_SAMPLES / "vcrpy" / "openai-chat-plain.json", tmp_path / folder / "chat.json")
    code, _, errors = main_here("convert", "--to", "vcr", "-o", tmp_path / "new", tmp_path)
    assert (code, errors) == (0, "4 files written\n")
    assert sorted(str(file.relative_to(tmp_path / "new")) for file in tmp_path.rglob("*.yml")) == [
        "a/chat.json.yml",
        "a/chat.yaml.yml",
        "b/chat.json.yml",
        "b/chat.yaml.yml",
    ]


def test_many_cassettes_need_a_directory(main_here: Main) -> None:
    code, output, errors = main_here("convert", "--to", "vcr", _VCRPY, _GO_VCR)
    assert (code, output) == (2, "")
    assert "name a directory with --output" in errors


def test_interactions_are_chosen_by_position(main_here: Main) -> None:
    sample = _SAMPLES / "vcrpy" / "ollama-chat-and-generate-streams.yaml"
    code, output, _ = main_here("convert", "--to", "curl", "-i", "1", sample)
    assert (code, output.count("curl ")) == (0, 1)
    assert output.startswith("# 1\n")


@pytest.mark.parametrize("target", ["vcrr", ""])
def test_an_unknown_target_names_those_there_are(main_here: Main, target: str) -> None:
    code, _, errors = main_here("convert", "--to", target, _VCRPY)
    assert code == 2
    assert "vcrpy" in errors
