import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from cassette_cli.document import parse
from cassette_cli.editing.part_form import open_part, usual_part
from cassette_cli.errors import ExitCode
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.reading import Reading

_SAMPLES = Path(__file__).parents[3] / "sample_cassettes"
_SEED = _SAMPLES / "go-vcr" / "openai-chat-multi-tool-streaming.yaml"
_TEXT = "I'll help you add and multiply the numbers 2 and 3. Let me use both operations:"


@pytest.fixture
def cassette(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cassette of its own in the current directory, and no editor set."""
    monkeypatch.chdir(tmp_path)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return Path(shutil.copy(_SEED, tmp_path / "chat.yaml"))


@pytest.fixture
def edit(main_here: Callable[..., tuple[int, str, str]]) -> Callable[..., tuple[int, str, str]]:
    return lambda *arguments: main_here("edit", *arguments)


@pytest.fixture
def use_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make a script the editor: `text` is what it opens, and what it saves. Calls are numbered."""

    def use_editor(script: str, variable: str = "EDITOR") -> None:
        path = tmp_path / "editor.py"
        path.write_text(
            "import sys, pathlib\n"
            "file = pathlib.Path(sys.argv[1])\n"
            "call = len(list(pathlib.Path().glob('opened-*')))\n"
            "text = file.read_text('utf-8')\n"
            "pathlib.Path(f'opened-{call}').write_text(text, 'utf-8')\n"
            f"{script}\n"
            "file.write_text(text, 'utf-8')\n",
            "utf-8",
        )
        monkeypatch.setenv(variable, f'"{sys.executable}" "{path}"')

    return use_editor


def _transcript(path: Path, index: int = 0) -> str:
    cassette = read_cassette(parse(str(path), path.read_text("utf-8")))
    reading = Reading(cassette.interactions[index])
    return open_part(reading, usual_part(reading)).text


def test_saved_as_it_is_nothing_is_written(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], use_editor: Callable[..., None]
) -> None:
    use_editor("")
    assert edit("chat.yaml", "-i", "0") == (0, "", "no changes\n")
    assert cassette.read_bytes() == _SEED.read_bytes()
    opened = Path("opened-0").read_text("utf-8")
    assert opened.startswith("# chat.yaml, interaction 0: transcript\n# ")
    assert opened.endswith(f" below this line\n{_transcript(_SEED)}")


def test_what_is_edited_is_put_back(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], use_editor: Callable[..., None]
) -> None:
    use_editor(f"text = text.replace({_TEXT!r}, 'No.').replace('\"a\": 2', '\"a\": 7', 1)")
    code, output, message = edit("chat.yaml", "-i", "0")
    assert (code, output) == (0, "")
    assert "\nchat.yaml: 1 answer changed\n" in message
    expected = _transcript(_SEED).replace(_TEXT, "No.").replace('"a": 2', '"a": 7', 1)
    assert _transcript(cassette) == expected


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        pytest.param("request", "POST https://", "PUT http://", id="request"),
        pytest.param("response", "HTTP 200 OK", "HTTP 529", id="response"),
        pytest.param("request.body", '"stream": true', '"stream": false', id="request.body"),
        pytest.param("response.body", '"content":" add"', '"content":" sum"', id="response.body"),
    ],
)
@pytest.mark.usefixtures("cassette")
def test_parts(
    edit: Callable[..., tuple[int, str, str]],
    use_editor: Callable[..., None],
    part: str,
    before: str,
    after: str,
) -> None:
    use_editor(f"text = text.replace({before!r}, {after!r})")
    assert edit("chat.yaml", "-i", "0", "--part", part)[0] == 0
    use_editor("")
    edit("chat.yaml", "-i", "0", "--part", part)
    opened = [Path(f"opened-{number}").read_text("utf-8") for number in (0, 1)]
    assert before in opened[0]
    assert opened[1] == opened[0].replace(before, after)


def test_a_mistake_opens_the_editor_again(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], use_editor: Callable[..., None]
) -> None:
    use_editor(
        f"text = text.replace({_TEXT!r}, 'No.').replace('\"a\": 2', '\"a\" 2', 1)"
        " if call == 0 else text.replace('\"a\" 2', '\"a\": 3')"
    )
    assert edit("chat.yaml", "-i", "0")[0] == 0
    again = Path("opened-1").read_text("utf-8")
    message = "# error: line 21: not readable as JSON: expecting ':' delimiter\n#\n# chat.yaml,"
    assert again.startswith(message)
    assert again.splitlines()[20] == '  "a" 2,'
    assert "%% text\nNo.\n" in again
    expected = _transcript(_SEED).replace(_TEXT, "No.").replace('"a": 2', '"a": 3', 1)
    assert _transcript(cassette) == expected


def test_a_mistake_that_stays_is_given_up_and_the_text_is_kept(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], use_editor: Callable[..., None]
) -> None:
    use_editor("text = text.replace('%% usage', '%% poem')")
    code, _, message = edit("chat.yaml", "-i", "0")
    assert code == ExitCode.USAGE
    assert message.startswith("error: line 25: there is no section `poem`\nhint: your text is kept")
    draft = Path(message.split()[-1])
    assert "%% poem" in draft.read_text("utf-8")
    draft.unlink()
    assert cassette.read_bytes() == _SEED.read_bytes()
    assert len(list(Path().glob("opened-*"))) == 2


def test_a_text_that_cannot_be_written_is_kept(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], use_editor: Callable[..., None]
) -> None:
    use_editor(
        f"text = text.replace({_TEXT!r}, 'No.')\n"
        "with pathlib.Path('chat.yaml').open('a') as other: other.write('# meanwhile\\n')"
    )
    code, _, message = edit("chat.yaml", "-i", "0")
    assert (code, "chat.yaml: changed on disk" in message) == (ExitCode.USAGE, True)
    draft = Path(message.split()[-1])
    assert "%% text\nNo.\n" in draft.read_text("utf-8")
    draft.unlink()
    assert cassette.read_text("utf-8").startswith(_SEED.read_text("utf-8"))


def test_a_text_is_kept_when_the_editor_fails(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], use_editor: Callable[..., None]
) -> None:
    use_editor("file.write_text('changed', 'utf-8'); sys.exit(3)")
    code, _, message = edit("chat.yaml", "-i", "0")
    assert (code, "exit code 3\nhint: your text is kept" in message) == (ExitCode.USAGE, True)
    draft = Path(message.split()[-1])
    assert draft.read_text("utf-8") == "changed"
    draft.unlink()
    assert cassette.read_bytes() == _SEED.read_bytes()


def test_an_emptied_text_leaves_without_a_change(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], use_editor: Callable[..., None]
) -> None:
    use_editor("text = text.partition('%% answer')[0] + '\\n'")
    assert edit("chat.yaml", "-i", "0") == (0, "", "no changes\n")
    use_editor("text = ''")
    assert edit("chat.yaml", "-i", "0") == (0, "", "no changes\n")
    assert cassette.read_bytes() == _SEED.read_bytes()


@pytest.mark.parametrize(
    ("editor", "message"),
    [
        pytest.param("false", "the editor `false", id="an editor that fails"),
        pytest.param("no-such-editor", "`no-such-editor` was not found", id="no such editor"),
        pytest.param("'unclosed", "$VISUAL is not a command", id="no command"),
        pytest.param("vi", "`vi` ", id="an editor without a terminal"),
        pytest.param("rm -f", "cannot be read", id="an editor that takes the text away"),
    ],
)
@pytest.mark.usefixtures("cassette")
def test_what_goes_wrong_with_an_editor(
    edit: Callable[..., tuple[int, str, str]],
    monkeypatch: pytest.MonkeyPatch,
    editor: str,
    message: str,
) -> None:
    monkeypatch.setenv("VISUAL", editor)
    code, _, error = edit("chat.yaml", "-i", "0")
    assert (code, message in error) == (ExitCode.USAGE, True), error
    assert Path("chat.yaml").read_bytes() == _SEED.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "index", "before", "after"),
    [
        pytest.param(["-i", "0", "--set", "completion.text=No."], 0, _TEXT, "No.", id="a text"),
        pytest.param(
            ["-i", "-1", "--set", "completion.usage.total_tokens=9"],
            1,
            "total_tokens: 329",
            "total_tokens: 9",
            id="a count of the last",
        ),
        pytest.param(
            ["-i", "0", "--set", "completion.finish_reason=stop", "--set", "completion.text=No."],
            0,
            f"tool_calls\n%% text\n{_TEXT}",
            "stop\n%% text\nNo.",
            id="several values",
        ),
    ],
)
def test_set(
    cassette: Path,
    edit: Callable[..., tuple[int, str, str]],
    arguments: list[str],
    index: int,
    before: str,
    after: str,
) -> None:
    assert before in _transcript(_SEED, index)
    code, output, message = edit("chat.yaml", *arguments)
    assert (code, output) == (0, "")
    assert message.endswith("1 file rewritten, 0 left unchanged\n")
    expected = _transcript(_SEED, index).replace(before, after)
    assert _transcript(cassette, index) == expected


def test_set_in_several_interactions(
    cassette: Path, edit: Callable[..., tuple[int, str, str]]
) -> None:
    assert edit("chat.yaml", "-i", "0-1", "--set", "status_code=529")[0] == 0
    assert cassette.read_text("utf-8").count("    status: '529'\n    code: 529\n") == 2


def test_a_copy_with_another_answer(
    cassette: Path, edit: Callable[..., tuple[int, str, str]]
) -> None:
    assert edit("chat.yaml", "--add-like", "0", "--set", "completion.text=No.")[0] == 0
    text = cassette.read_text("utf-8")
    assert text.startswith(_SEED.read_text("utf-8"))
    assert "- id: 2\n" in text
    assert _transcript(cassette, 2) == _transcript(_SEED).replace(_TEXT, "No.")


def test_a_copy_that_is_not_edited_is_added(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], use_editor: Callable[..., None]
) -> None:
    use_editor("")
    code, output, message = edit("chat.yaml", "--add-like", "-1")
    assert (code, output) == (0, "")
    assert message.startswith("chat.yaml: 1 interaction added")
    requests = [one["request"] for one in yaml.safe_load(cassette.read_text())["interactions"]]
    assert requests[-1] == requests[-2]


def test_a_copy_that_is_emptied_is_not_added(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], use_editor: Callable[..., None]
) -> None:
    use_editor("text = ''")
    assert edit("chat.yaml", "--add-like", "-1") == (0, "", "no changes\n")
    assert cassette.read_bytes() == _SEED.read_bytes()


def test_check_and_diff_write_nothing(
    cassette: Path, edit: Callable[..., tuple[int, str, str]]
) -> None:
    arguments = ("chat.yaml", "-i", "0", "--set", "status_code=201", "--check", "--diff")
    code, diff, message = edit(*arguments)
    assert (code, message) == (
        1,
        (
            "chat.yaml: would be changed: 1 status code set\n"
            "1 file would be rewritten, 0 left unchanged\n"
        ),
    )
    assert "-    code: 200\n+    status: 201 Created\n+    code: 201\n" in diff
    assert cassette.read_bytes() == _SEED.read_bytes()
    assert edit(*arguments[:4], "status_code=200", "--check") == (0, "", "no changes\n")


def test_backup(cassette: Path, edit: Callable[..., tuple[int, str, str]]) -> None:
    assert edit("chat.yaml", "-i", "0", "--set", "status_code=201", "--backup")[0] == 0
    assert Path("chat.yaml.bak").read_bytes() == _SEED.read_bytes()
    assert cassette.read_bytes() != _SEED.read_bytes()


def test_a_directory_is_no_cassette(
    cassette: Path, edit: Callable[..., tuple[int, str, str]]
) -> None:
    folder = str(cassette.parent)
    _, _, message = edit(folder, "-i", "0", "--set", "status_code=529")
    assert message == f"error: {folder}: is a directory\nhint: name one cassette in it\n"
    assert cassette.read_bytes() == _SEED.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "name one interaction with -i N", id="which of several"),
        pytest.param(["--set", "status_code=1"], "name one interaction", id="nor with --set"),
        pytest.param(["-i", "0-1"], "name one interaction with -i N", id="one at a time"),
        pytest.param(["-i", "7"], "no such interaction", id="no such interaction"),
        pytest.param(["--add-like", "7"], "no such interaction", id="nor one to copy"),
        pytest.param(["-i", "0", "--set", "x"], "sets nothing", id="nothing is set"),
        pytest.param(["-i", "0", "--set", "x=1"], "names nothing", id="an unknown path"),
        pytest.param(
            ["-i", "0", "--set", "completion.refusal=x"],
            "chat.yaml:4: the answer has no refusal to edit",
            id="what was not said",
        ),
        pytest.param(["--part", "response", "--set", "x=1"], "--part opens", id="--part and --set"),
        pytest.param(["--add-like", "0", "-i", "0"], "-i cannot name", id="--add-like and -i"),
    ],
)
def test_mistakes(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], arguments: list[str], message: str
) -> None:
    code, _, error = edit("chat.yaml", *arguments)
    assert (code, message in error) == (ExitCode.USAGE, True), error
    assert cassette.read_bytes() == _SEED.read_bytes()


def test_no_editor_at_all(
    cassette: Path, edit: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(cassette.parent))
    code, _, error = edit("chat.yaml", "-i", "0")
    hint = "hint: set $VISUAL or $EDITOR, or edit without an editor: --set PATH=VALUE\n"
    assert (code, error) == (2, f"error: chat.yaml: no editor was found\n{hint}")


def test_what_is_no_http_cannot_be_edited(edit: Callable[..., tuple[int, str, str]]) -> None:
    code, _, error = edit(_SAMPLES / "websocket-messages" / "openai-realtime.yaml")
    assert (code, "not editable as HTTP" in error) == (2, True)


def test_standard_input_goes_to_standard_output(
    run_cassette: Callable[..., tuple[int, str, str]],
) -> None:
    given = _SEED.read_text("utf-8")
    written = given.replace("200 OK\n    code: 200", "201 Created\n    code: 201", 1)
    set_code = ("edit", "-", "-i", "0", "--set", "status_code=201")
    summary = "<stdin>: 1 status code set\n1 file rewritten, 0 left unchanged\n"
    assert run_cassette(*set_code, stdin=given.encode()) == (0, written, summary)
    unchanged = run_cassette("edit", "-", "-i", "0", stdin=given.encode(), EDITOR="true")
    assert unchanged == (0, given, "no changes\n")
