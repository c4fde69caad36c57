"""What the README shows on the command line is what the program prints."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_README = (_ROOT / "README.md").read_text("utf-8")
_BLOCKS = re.findall(r"^```console\n(.*?)^```$", _README, re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)


@pytest.mark.skipif(os.name == "nt", reason="the README shows a POSIX shell")
def test_commands_print_what_the_readme_shows(tmp_path: Path) -> None:
    shutil.copytree(_ROOT / "sample_cassettes", tmp_path / "sample_cassettes")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("CASSETTE")
    }
    environment["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))

    def printed(command: str) -> str:
        result = subprocess.run(  # noqa: S602 -- a command of ours
            command,
            shell=True,
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return f"$ {command}\n{result.stdout}{result.stderr}"

    # One block goes on with the files of the one before it.
    assert ["".join(map(printed, _COMMAND.findall(block))) for block in _BLOCKS] == _BLOCKS
