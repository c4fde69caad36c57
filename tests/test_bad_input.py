"""What the program makes of input that is broken, hostile or absent; each in its own process."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from cassette_cli.files import SUFFIXES

_MEGABYTE = 1_000_000
_GOOD = """\
interactions:
- request: {method: GET, uri: 'https://example.org/', headers: {}}
  response: {status: {code: 200, message: OK}, headers: {}, body: {string: fine}}
version: 1
"""
_SHOWN = """\
good.yaml (vcrpy 1, 1 interaction)

#0 GET https://example.org/ → 200 OK
   no model call, shown as HTTP
response:
  fine
"""
_PROGRAM = (sys.executable, "-m", "cassette_cli")
_Result: TypeAlias = subprocess.CompletedProcess[bytes]
_Cassette: TypeAlias = Callable[..., _Result]


def _bomb(levels: int) -> str:
    """Nine aliases of nine aliases of …: small as a text, immense as a tree."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in range(levels):
        aliases = ", ".join([f"*a{level}"] * 9)
        lines.append(f"a{level + 1}: &a{level + 1} [{aliases}]")
    return "".join(f"        {line}\n" for line in lines)


def _with_body(body: str) -> str:
    return f"""\
interactions:
- request:
    method: POST
    uri: https://example.org/
    headers: {{}}
    body:
      parsed:
{body}
  response: {{status: {{code: 200, message: OK}}, headers: {{}}, body: {{string: fine}}}}
version: 1
"""


@pytest.fixture
def cassette(tmp_path: Path) -> _Cassette:
    """Runs the program with a bound on its memory and on the time that it computes."""
    (tmp_path / "good.yaml").write_text(_GOOD, "utf-8")

    def run(
        *arguments: str, stdin: bytes = b"", megabytes: int = 500, seconds: int = 10
    ) -> _Result:
        def limit() -> None:
            memory = megabytes * _MEGABYTE
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

        return subprocess.run(
            [*_PROGRAM, *arguments],
            cwd=tmp_path,
            env=_environment(tmp_path),
            input=stdin,
            capture_output=True,
            check=False,
            preexec_fn=limit,
        )

    return run


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "HOME": str(home), "CASSETTE_PAGER": "cat"}


def _check_refused(result: _Result, message: str) -> None:
    """One line for the file, perhaps a hint, and the other file is done all the same."""
    error, *hint = result.stderr.decode().splitlines()
    assert error == f"error: {message}"
    assert all(line.startswith("hint: ") for line in hint)
    assert len(hint) <= 1
    assert (result.returncode, result.stdout.decode()) == (2, _SHOWN)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"a: 1\nb: \xff\n", "2: not UTF-8: byte 0xff", id="not UTF-8"),
        pytest.param(b"\xff\xfea\0:\0", "1: not UTF-8: byte 0xff", id="UTF-16"),
        pytest.param(
            b"a: 1\nb: \0\n",
            "2: not readable as YAML: control characters are not allowed",
            id="NUL bytes",
        ),
        pytest.param(
            bytes(10_000),
            "1: not readable as YAML: control characters are not allowed",
            id="zeros alone",
        ),
        pytest.param(
            _GOOD.encode()[:120],
            "3: not readable as YAML: did not find expected ',' or '}'",
            id="YAML cut off",
        ),
        pytest.param(
            b'{"interactions": [\n{"request": {',
            "2: not readable as JSON: expecting a name in double quotes",
            id="JSON cut off",
        ),
        pytest.param(
            b"interactions:\n<<<<<<< HEAD\n- a: 1\n=======\n",
            "3: not readable as YAML: could not find expected ':'",
            id="merge conflict",
        ),
        pytest.param(b"", " the file is empty", id="empty"),
        pytest.param(
            b"%PDF-1.7\n",
            "1: not readable as YAML: expected '<document start>'",
            id="PDF",
        ),
        pytest.param(
            b"name: x\n", " no recorder's format: a YAML mapping with the key name", id="other YAML"
        ),
        pytest.param(
            b"[" * 100_000,
            "1: not readable as JSON: nested more than 200 levels deep",
            id="deep JSON",
        ),
        pytest.param(b"- " * 100_000, "1: nested more than 200 levels deep", id="deep YAML"),
        pytest.param(
            b"\n".join(b" " * level + b"a:" for level in range(2000)),
            "201: nested more than 200 levels deep",
            id="deep mappings",
        ),
        pytest.param(b"? " * 100_000, "1: nested more than 200 levels deep", id="deep keys"),
        pytest.param(
            _with_body(_bomb(60)).encode(),
            " its aliases expand to millions of values",
            id="alias bomb",
        ),
    ],
)
def test_a_file_that_cannot_be_read(
    data: bytes, message: str, tmp_path: Path, cassette: _Cassette
) -> None:
    (tmp_path / "bad.yaml").write_bytes(data)
    _check_refused(cassette("show", "bad.yaml", "good.yaml"), f"bad.yaml:{message}")


def test_an_alias_bomb_that_nobody_expands_is_listed(tmp_path: Path, cassette: _Cassette) -> None:
    bomb = f"{_GOOD}unused:\n{_bomb(60)}"
    (tmp_path / "bomb.yaml").write_text(bomb, "utf-8")
    result = cassette("list", "bomb.yaml")
    assert result.returncode in (0, 2)
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("none.yaml", "no such file or directory", id="none"),
        pytest.param("good.yaml/a.yaml", "not a directory", id="below a file"),
        pytest.param(
            "locked.yaml",
            "permission denied",
            id="no permission",
            marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything"),
        ),
        pytest.param(
            "/proc/self/mem",
            "input/output error",
            id="no content",
            marks=pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="Linux alone"),
        ),
    ],
)
def test_a_path_that_leads_nowhere(
    path: str, reason: str, tmp_path: Path, cassette: _Cassette
) -> None:
    (tmp_path / "locked.yaml").write_text(_GOOD, "utf-8")
    (tmp_path / "locked.yaml").chmod(0)
    _check_refused(cassette("show", path, "good.yaml"), f"{path}: cannot be read: {reason}")


def test_a_folder_without_cassettes(tmp_path: Path, cassette: _Cassette) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.txt").write_text(_GOOD, "utf-8")
    result = cassette("show", "empty")
    hint = f"hint: searched 0 files ({', '.join(SUFFIXES)}) that no .gitignore excludes"
    errors = f"error: empty: no cassette found\n{hint}\n"
    assert (result.returncode, result.stdout, result.stderr.decode()) == (2, b"", errors)


def test_standard_input_is_named_in_errors(cassette: _Cassette) -> None:
    result = cassette("show", "-", "good.yaml", stdin=b"a: [\n")
    _check_refused(result, "<stdin>:1: not readable as YAML: did not find expected node content")


def _write_large(path: Path, body: str) -> None:
    path.write_text(_GOOD.replace("fine", body), "utf-8")


@pytest.mark.parametrize("command", ["list", "show"])
def test_a_scalar_of_100_megabytes(command: str, tmp_path: Path, cassette: _Cassette) -> None:
    _write_large(tmp_path / "large.yaml", "x" * 100 * _MEGABYTE)
    result = cassette(command, "large.yaml", megabytes=1280, seconds=30)
    assert (result.returncode, len(result.stdout) < 1000) == (0, True)


def test_a_body_of_many_short_words_is_read_in_linear_time(
    tmp_path: Path, cassette: _Cassette
) -> None:
    _write_large(tmp_path / "large.yaml", f"{'x' * 399} " * 25_000)
    result = cassette("show", "large.yaml", seconds=10)
    assert result.returncode == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_goes_away_ends_the_program(jobs: str, tmp_path: Path) -> None:
    for number in range(10):
        _write_large(tmp_path / f"{number}.yaml", "words " * 100_000)
    with _start("show", ".", "--jobs", jobs, folder=tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"./0.yaml (vcrpy 1, 1 interaction)\n"
        process.stdout.close()
        assert process.wait(30) == -signal.SIGPIPE  # 141 to a shell
        assert process.stderr.read() == b""
        with pytest.raises(ProcessLookupError):
            _wait_until_gone(process.pid)


def _wait_until_gone(group: int) -> None:
    """Raises ProcessLookupError as soon as no process is left of a group."""
    for _ in range(100):
        os.killpg(group, 0)
        time.sleep(0.1)


def test_ctrl_c_while_it_waits_for_input(tmp_path: Path) -> None:
    with _start("show", "-", folder=tmp_path) as process:
        time.sleep(2)  # until it has started
        assert process.poll() is None
        _check_interrupted(process)


def test_ctrl_c_while_other_processes_work_for_it(tmp_path: Path) -> None:
    for number in range(20):
        _write_large(tmp_path / f"{number}.yaml", '"' + "word\\n" * 100_000 + '"')
    with _start("show", ".", "--jobs", "2", folder=tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline().endswith(b".yaml (vcrpy 1, 1 interaction)\n")
        _check_interrupted(process)


def _start(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*_PROGRAM, *arguments],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _check_interrupted(process: subprocess.Popen[bytes]) -> None:
    """A terminal sends the signal to the program and to all processes that it started."""
    os.killpg(process.pid, signal.SIGINT)
    try:
        _, errors = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (process.returncode, errors) == (130, b"")
