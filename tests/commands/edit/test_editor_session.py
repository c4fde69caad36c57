import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cassette_cli.commands.edit.editor import Editor, KeptDraftError
from cassette_cli.commands.edit.editor_session import edit_form
from cassette_cli.editing.part_form import Form
from cassette_cli.errors import EditError

_FORM = Form("one\ntwo\n", ".txt", ("Lines may be changed.",))
_HEADER = """\
# a.yaml
# Lines may be changed.
# To leave without a change, save it as it is, or empty it.
# ------------------------ >8 ------------------------ the text begins below this line
"""


@pytest.fixture
def edit(tmp_path: Path) -> Callable[..., tuple[str | None, list[str]]]:
    """Edit the form with an editor that saves these texts in turn; gives all that it opened."""

    def edit(save: Callable[[str], str], *texts: str) -> tuple[str | None, list[str]]:
        script = tmp_path / "editor.py"
        script.write_text(
            "import pathlib, sys\n"
            "file, folder = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[1])\n"
            "call = len(list(folder.glob('opened-*')))\n"
            "(folder / f'opened-{call}').write_bytes(file.read_bytes())\n"
            f"file.write_bytes({[text.encode() for text in texts]}[call])\n",
            "utf-8",
        )
        editor = Editor((sys.executable, str(script), str(tmp_path)))
        result = edit_form(editor, _FORM, "a.yaml", save)
        return result, [path.read_text("utf-8") for path in sorted(tmp_path.glob("opened-*"))]

    return edit


def _save(text: str) -> str:
    if "bad" in text:
        raise EditError("this is bad", where="line 2", hint="be good")
    return text


@pytest.mark.parametrize(
    ("saved", "result"),
    [
        pytest.param(_HEADER + _FORM.text, None, id="unchanged"),
        pytest.param(_FORM.text, None, id="unchanged, without the header"),
        pytest.param(_HEADER, None, id="emptied"),
        pytest.param("", None, id="all gone"),
        pytest.param(f"{_HEADER}three\n", "three\n", id="changed"),
        pytest.param("three\n", "three\n", id="without the header"),
        pytest.param("# a.yaml\nthree\n", "three\n", id="with a part of the header"),
        pytest.param("# three\n", "# three\n", id="a text that looks like a comment"),
        pytest.param(f"notes\n{_HEADER}# three\n", "# three\n", id="what stands above is left"),
        pytest.param(
            _HEADER.replace("\n", "\r\n") + "three\r\n", "three\r\n", id="other line ends"
        ),
    ],
)
def test_edit_form(
    edit: Callable[..., tuple[str | None, list[str]]], saved: str, result: str | None
) -> None:
    assert edit(_save, saved) == (result, [_HEADER + _FORM.text])


def test_a_mistake_opens_the_text_again(
    edit: Callable[..., tuple[str | None, list[str]]],
) -> None:
    message = "# error: line 9: this is bad\n# hint: be good\n#\n"
    opened = [_HEADER + _FORM.text, f"{message}{_HEADER}one\nbad\n"]
    assert edit(_save, f"{_HEADER}one\nbad\n", "one\ngood\n") == ("one\ngood\n", opened)


def test_the_same_mistake_is_given_up(
    edit: Callable[..., tuple[str | None, list[str]]],
) -> None:
    with pytest.raises(KeptDraftError, match="line 2: this is bad") as caught:
        edit(_save, "bad\n", "bad\n")
    draft = Path(caught.value.hint.removeprefix("your text is kept in "))
    assert draft.read_text("utf-8") == "bad\n"
    draft.unlink()
