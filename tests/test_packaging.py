"""What is packaged, and what the gate installs."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).parents[1]
_PACKAGE = _ROOT / "cli" / "cassette_cli"
_CONSTRAINTS = (_ROOT / ".ci" / "constraints.txt").read_text("utf-8")
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]
_REQUIREMENTS = [
    Requirement(text)
    for text in (*_PROJECT["dependencies"], *_PROJECT["optional-dependencies"]["test"])
]


def _build(target: str, folder: Path) -> Path:
    pytest.importorskip("hatchling", reason="the build backend is not installed")
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory"]
    subprocess.run([*command, str(folder)], cwd=_ROOT, capture_output=True, check=True)
    [built] = folder.iterdir()
    return built


@pytest.mark.skipif(not (_ROOT / ".git").exists(), reason="this is no git checkout")
def test_the_source_distribution_holds_the_whole_repository(tmp_path: Path) -> None:
    with tarfile.open(_build("sdist", tmp_path)) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    listed = subprocess.run(
        ["git", "ls-files"], cwd=_ROOT, capture_output=True, text=True, check=True
    )
    tracked = {name for name in listed.stdout.splitlines() if (_ROOT / name).is_file()}
    assert tracked - packed == set()


def test_the_wheel_holds_the_package_alone(tmp_path: Path) -> None:
    with zipfile.ZipFile(_build("wheel", tmp_path)) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    modules = {
        path.relative_to(_PACKAGE.parent).as_posix()
        for path in _PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "cassette_cli/py.typed" in packed
    assert packed == modules


@pytest.mark.parametrize("requirement", _REQUIREMENTS, ids=str)
def test_the_gate_pins_what_the_project_requires(requirement: Requirement) -> None:
    [version] = [
        version
        for name, version in re.findall(r"^([\w.-]+)==(.+)$", _CONSTRAINTS, re.MULTILINE)
        if canonicalize_name(name) == canonicalize_name(requirement.name)
    ]
    assert requirement.specifier.contains(version)
