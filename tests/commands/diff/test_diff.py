import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Main, RunCassette

Git = Callable[..., str]


@pytest.fixture
def pair(tmp_path: Path, recorded: str, rerecorded: str) -> tuple[str, str]:
    """Two files: a cassette, and the same with another answer."""
    a, b = tmp_path / "a.yaml", tmp_path / "b.yaml"
    a.write_text(recorded, "utf-8")
    b.write_text(rerecorded, "utf-8")
    return str(a), str(b)


_TEXT = """\
#0 POST https://api.openai.com/v1/chat/completions → 200
  … 1 unchanged: user
  completion.messages[0].parts[0].content (assistant)
    - Bonjour !
    + Salut !
"""


def test_text(pair: tuple[str, str], main_here: Main) -> None:
    a, b = pair
    title = f"{a} → {b}: 1 change, 1 of noise"
    summary = "1 file differs, 1 difference is noise\n"
    assert main_here("diff", a, b) == (1, f"{title}\n\n{_TEXT}", summary)


def test_nothing_to_tell(pair: tuple[str, str], main_here: Main) -> None:
    assert main_here("diff", pair[0], pair[0]) == (0, "", "0 files differ, 1 equal\n")


def test_json(pair: tuple[str, str], main_here: Main) -> None:
    code, out, _ = main_here("diff", "--output-format", "json", *pair)
    [file] = json.loads(out)["files"]
    assert (code, file["equal"], len(file["changes"]), file["noise"]) == (1, False, 1, 1)


def test_markdown(pair: tuple[str, str], main_here: Main) -> None:
    code, out, _ = main_here("diff", "--output-format", "markdown", *pair)
    assert (code, out.startswith("**1 cassette changed**\n")) == (1, True)


@pytest.mark.parametrize(
    ("options", "code", "shown"),
    [
        pytest.param([], 0, False, id="noise is no difference"),
        pytest.param(["--noise"], 0, True, id="it can be shown"),
        pytest.param(["--strict"], 1, True, id="it can count"),
    ],
)
def test_noise(
    options: list[str],
    code: int,
    shown: bool,  # noqa: FBT001 -- a column
    pair: tuple[str, str],
    recorded: str,
    main_here: Main,
) -> None:
    Path(pair[1]).write_text(recorded.replace("1760000001", "1770000001"), "utf-8")
    found = main_here("diff", *options, *pair)
    assert (found[0], "response.body.created (noise)" in found[1]) == (code, shown)


def test_a_header_of_the_project_is_noise(
    pair: tuple[str, str], recorded: str, main_here: Main
) -> None:
    Path(pair[1]).write_text(
        recorded.replace("      - application/json", "      - text/x"), "utf-8"
    )
    assert main_here("diff", *pair)[0] == 1
    options = ("--ignore-header", "Accept", "--ignore-header", "content-type")
    assert main_here("diff", *options, *pair)[0] == 0


def test_in_colour(pair: tuple[str, str], main_here: Main) -> None:
    _, out, _ = main_here("diff", "--color", "always", *pair)
    assert "\x1b[" in out
    assert re.sub(r"\x1b\[[0-9;]*m", "", out) == main_here("diff", *pair).stdout


@pytest.mark.usefixtures("on_a_terminal")
def test_on_a_terminal(pair: tuple[str, str], main_here: Main) -> None:
    assert "\x1b[1;" in main_here("diff", *pair).stdout


@pytest.mark.parametrize(
    "revisions",
    [
        pytest.param(["HEAD~1", "HEAD"], id="two revisions"),
        pytest.param(["HEAD~1"], id="a revision and the work tree"),
        pytest.param(["HEAD~1...HEAD", "--", "tests"], id="a range and paths"),
        pytest.param(["HEAD~1", "--output-format", "text", "--", "tests"], id="options between"),
    ],
)
@pytest.mark.usefixtures("history")
def test_revisions(revisions: list[str], main_here: Main) -> None:
    code, out, _ = main_here("diff", *revisions)
    assert (code, out.splitlines()[0]) == (1, "tests/cassettes/chat.yaml: 1 change, 1 of noise")


@pytest.mark.usefixtures("history")
def test_nothing_changed_since_the_last_commit(main_here: Main) -> None:
    assert main_here("diff") == (0, "", "0 files differ\n")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param(
            "none.yaml", "is neither a file nor a git revision", id="a file that is not there"
        ),
        pytest.param("notes.yaml", "no recorder's format", id="a file that is no cassette"),
    ],
)
def test_errors(
    name: str,
    message: str,
    pair: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    main_here: Main,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes.yaml").write_text("a: 1\n", "utf-8")
    code, out, shown = main_here("diff", pair[0], name)
    assert (code, out, message in shown) == (2, "", True)


def test_from_standard_input(
    pair: tuple[str, str], rerecorded: str, run_cassette: RunCassette
) -> None:
    code, out, _ = run_cassette("diff", pair[0], "-", stdin=rerecorded.encode())
    assert (code, out.splitlines()[0]) == (1, f"{pair[0]} → <stdin>: 1 change, 1 of noise")
