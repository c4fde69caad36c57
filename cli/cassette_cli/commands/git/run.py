"""The settings of git that show recordings as transcripts: written, taken out, described."""

import shlex
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cassette_cli.commands.git.attributes_block import block_in, with_block, without_block
from cassette_cli.commands.shared.run_git import run_git, try_git
from cassette_cli.errors import CassetteError

DRIVER = "cassette"
DEFAULT_PATTERNS = (
    "*.yaml",
    "*.yml",
    "**/*cassette*/**/*.json",
    "**/recordings/**/*.json",
    "**/fixtures/**/*.json",
)

_TEXTCONV = f"diff.{DRIVER}.textconv"
_COMMAND = f"diff.{DRIVER}.command"
_DIFFTOOL = f"difftool.{DRIVER}.cmd"
_KEYS = (_TEXTCONV, _COMMAND, _DIFFTOOL)


@dataclass(frozen=True, slots=True)
class Setup:
    """Where to write: for the user, or for the repository around the current directory."""

    everywhere: bool = False
    external: bool = False

    @property
    def scope(self) -> str:
        """The option of `git config` that chooses the file."""
        return "--global" if self.everywhere else "--local"


def install_setup(setup: Setup, patterns: Sequence[str]) -> str:
    """Write all settings, and say what was written. Raises CassetteError outside a repository."""
    _require_place(setup)
    report = [_set(setup, key, value) for key, value in _settings(setup)]
    if not setup.external:
        report += _unset(setup, _COMMAND)
    file = _attributes_file(setup)
    before = _read(file)
    after = with_block(before, [f"{pattern} diff={DRIVER}" for pattern in patterns])
    if after != before:
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, after)
    report.append(f"{_verb(after != before)} {file}:")
    report += [f"    {line}" for line in block_in(after)]
    return "\n".join(report)


def uninstall_setup(setup: Setup) -> str:
    """Remove all settings, and say what was removed."""
    _require_place(setup)
    report = [line for key in _KEYS for line in _unset(setup, key)]
    file = _attributes_file(setup)
    before = _read(file)
    after = without_block(before)
    if after != before:
        if after:
            _write(file, after)
        else:
            file.unlink()
        report.append(f"removed from {file}")
    return "\n".join(report) or "nothing was installed"


def describe_setup() -> str:
    """What is installed in the repository and for the user, in words."""
    return "\n".join([*_describe("this repository", Setup()), *_describe("user", Setup(True))])  # noqa: FBT003 -- the only flag


def _describe(name: str, setup: Setup) -> Iterator[str]:
    if not setup.everywhere and not _in_repository():
        yield f"{name}: none here"
        return
    found = [(key, _value(setup, key)) for key in _KEYS]
    lines = block_in(_read(_attributes_file(setup)))
    installed = any(value for _, value in found) and lines
    yield f"{name}: {'installed' if installed else 'not installed'}"
    yield from (f"    {key} = {value}" for key, value in found if value)
    yield from (f"    {line}" for line in lines)


def _settings(setup: Setup) -> Iterator[tuple[str, str]]:
    program = _program()
    # Git stops at a converter that fails: the file itself is better than no diff.
    yield _TEXTCONV, f'f() {{ {program} textconv "$1" 2>/dev/null || cat "$1"; }}; f'
    yield _DIFFTOOL, f'{program} diff "$LOCAL" "$REMOTE"'
    if setup.external:
        yield _COMMAND, f"{program} git external-diff"


def _program() -> str:
    """How git's shell starts us: by name where it is on the PATH, else by this very Python."""
    return (
        "cassette" if shutil.which("cassette") else f"{shlex.quote(sys.executable)} -m cassette_cli"
    )


def _set(setup: Setup, key: str, value: str) -> str:
    changed = _value(setup, key) != value
    if changed:
        run_git("config", setup.scope, "--replace-all", key, value)
    return f"{_verb(changed)} git config {setup.scope} {key} = {value}"


def _unset(setup: Setup, key: str) -> list[str]:
    if not _value(setup, key):
        return []
    run_git("config", setup.scope, "--unset-all", key)
    return [f"removed from git config {setup.scope} {key}"]


def _value(setup: Setup, key: str) -> str:
    return try_git("config", setup.scope, "--get", key)[1].decode("utf-8", "replace").rstrip("\n")


def _verb(changed: bool) -> str:  # noqa: FBT001 -- a word for it
    return "wrote" if changed else "is already in"


def _require_place(setup: Setup) -> None:
    if not setup.everywhere and not _in_repository():
        raise CassetteError("not in a git repository", hint="--global writes the user's settings")


def _in_repository() -> bool:
    return try_git("rev-parse", "--git-dir")[0] == 0


def _attributes_file(setup: Setup) -> Path:
    if not setup.everywhere:
        return Path(run_git("rev-parse", "--git-path", "info/attributes").decode().rstrip("\n"))
    configured = try_git("config", "--global", "--type=path", "--get", "core.attributesFile")[1]
    if configured:
        return Path(configured.decode().rstrip("\n"))
    return _user_directory() / "git" / "attributes"


def _user_directory() -> Path:
    import os

    chosen = os.environ.get("XDG_CONFIG_HOME")
    return Path(chosen) if chosen else Path.home() / ".config"


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
