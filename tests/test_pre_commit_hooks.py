"""The hooks that we ship, run by the real pre-commit in a repository of their own."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

_MANIFEST = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
_OWN_CONFIG = _MANIFEST.with_name(".pre-commit-config.yaml")
_KEY = "sk-proj-" + "Zk3R9xQ2mT7v" * 4
_CASSETTE = f"""\
version: 1
interactions:
- request:
    body: null
    headers:
      Authorization:
      - Bearer {_KEY}
    method: GET
    uri: https://api.example.org/v1/models
  response:
    body:
      string: '{{"data": []}}'
    headers: {{}}
    status:
      code: 200
      message: OK
"""


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a program in the repository, with a home of its own."""
    environment = {
        **{
            name: text for name, text in os.environ.items() if not name.startswith(("GIT_", "PRE_"))
        },
        "HOME": str(tmp_path),
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        folder = tmp_path / "repository"
        folder.mkdir(exist_ok=True)
        return subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture
def repository(
    tmp_path: Path, run: Callable[..., subprocess.CompletedProcess[str]]
) -> Callable[..., Path]:
    """Makes a repository whose commits go through some of the hooks, as they are shipped.

    They start the program of this checkout, though: to install it would need the network.
    """

    def make(*ids: str) -> Path:
        hooks = [hook for hook in yaml.safe_load(_MANIFEST.read_text("utf-8")) if hook["id"] in ids]
        for hook in hooks:
            hook["language"] = "system"
            hook["entry"] = hook["entry"].replace(
                "cassette", f"{sys.executable} -m cassette_cli", 1
            )
        for setting in ("user.name=A", "user.email=a@example.org"):
            run("git", "init", "-q")
            run("git", "config", *setting.split("="))
        config = {"repos": [{"repo": "local", "hooks": hooks}]}
        folder = tmp_path / "repository"
        (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
        installed = run(sys.executable, "-m", "pre_commit", "install")
        assert installed.returncode == 0, installed.stdout
        for name, text in {
            "tests/cassettes/chat.yaml": _CASSETTE,
            "tests/fixtures/settings.yaml": "debug: true\n",
            "tests/fixtures/broken.json": "{",
        }.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        run("git", "add", ".")
        return folder

    return make


@pytest.mark.parametrize(
    ("command", "file"),
    [
        pytest.param("validate-manifest", _MANIFEST, id="the hooks that we ship"),
        pytest.param("validate-config", _OWN_CONFIG, id="the hooks of this repository"),
    ],
)
def test_files_for_pre_commit_are_valid(command: str, file: Path) -> None:
    subprocess.run([sys.executable, "-m", "pre_commit", command, str(file)], check=True)


@pytest.mark.parametrize(
    ("path", "looked_at"),
    [
        pytest.param("tests/cassettes/a.yaml", True, id="vcrpy and betamax"),
        pytest.param("tests/vcr/a.yml", True, id="vcr for R"),
        pytest.param("fixture/vcr_cassettes/a.json", True, id="exvcr"),
        pytest.param("testdata/a.yaml", True, id="Go"),
        pytest.param("tests/__recordings__/a/recording.json", True, id="Polly.JS"),
        pytest.param("config/settings.yaml", False, id="other folders"),
        pytest.param("tests/vcr.yaml", False, id="a file of the name"),
    ],
)
def test_the_hooks_look_where_recorders_write(path: str, looked_at: bool) -> None:  # noqa: FBT001 -- a row
    for hook in yaml.safe_load(_MANIFEST.read_text("utf-8")):
        assert bool(re.search(hook["files"], path)) is looked_at


def test_a_key_fails_the_commit_and_is_taken_out(
    repository: Callable[..., Path], run: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    cassette = repository("cassette-redact", "cassette-validate") / "tests/cassettes/chat.yaml"
    first = run("git", "commit", "-m", "Record")
    assert first.returncode == 1, first.stderr
    assert _KEY not in first.stdout + first.stderr
    assert cassette.read_text("utf-8") == _CASSETTE.replace(_KEY, "REDACTED")
    run("git", "add", ".")
    second = run("git", "commit", "-m", "Record")
    assert second.returncode == 0, second.stderr
    assert run("git", "grep", "-F", _KEY, "HEAD").returncode == 1


def test_the_check_changes_nothing(
    repository: Callable[..., Path], run: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    cassette = repository("cassette-redact-check") / "tests/cassettes/chat.yaml"
    checked = run("git", "commit", "-m", "Record")
    assert checked.returncode == 1, checked.stderr
    assert "openai-key" in checked.stderr or "authorization" in checked.stderr
    assert cassette.read_text("utf-8") == _CASSETTE
