"""Open a text in the editor until what comes back can be saved, or is given up."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cassette_cli.commands.edit.editor import (
    Editor,
    KeptDraftError,
    new_draft,
    read_draft,
    write_draft,
)
from cassette_cli.editing.part_form import Form
from cassette_cli.errors import CassetteError

T = TypeVar("T")

_CUT = f"# {'-' * 24} >8 {'-' * 24}"
_HEADER_END = re.compile(rf"^{re.escape(_CUT)}[^\n]*\n", re.MULTILINE)
_LINE = re.compile(r"\Aline (\d+)\Z")
_LEAVING = "To leave without a change, save it as it is, or empty it."
_LEAVING_A_COPY = "Saved as it is, the copy is added; to leave without one, empty the text."


def edit_form(
    editor: Editor,
    form: Form,
    title: str,
    save: Callable[[str], T],
    *,
    saves_unchanged: bool = False,
) -> T | None:
    """What `save` gives for the edited text; None where it was left empty, or unchanged and this
    is not to be saved.

    Where `save` raises CassetteError, the text is opened again with the message above it. A text
    that comes back with the same mistake is given up: KeptDraftError names the file that keeps it.
    """
    leaving = _LEAVING_A_COPY if saves_unchanged else _LEAVING
    explanation = (*form.explanation, leaving)
    with new_draft(form.suffix) as draft:
        text, mistake = form.text, None
        while True:
            header = _header(title, explanation, mistake)
            write_draft(draft, header + text)
            try:
                editor.open(draft)
            except CassetteError as error:
                if mistake is None and read_draft(draft) == header + text:
                    raise
                raise _kept(error, draft) from None
            edited = _without_header(read_draft(draft), header)
            if not edited.strip() or (edited == form.text and not saves_unchanged):
                return None
            if mistake is not None and edited == text:
                raise _kept(mistake, draft)
            try:
                return save(edited)
            except CassetteError as error:
                text, mistake = edited, error


def _kept(error: CassetteError, draft: Path) -> KeptDraftError:
    return KeptDraftError(error.message, where=error.where, hint=f"your text is kept in {draft}")


def _header(title: str, explanation: tuple[str, ...], mistake: CassetteError | None) -> str:
    lines = [title, *explanation]
    if mistake is not None:
        hint = [f"hint: {mistake.hint}"] if mistake.hint else []
        above = len(lines) + len(hint) + 3
        lines = [f"error: {_counted_in_file(mistake, above)}", *hint, "", *lines]
    commented = "".join(f"# {line}".rstrip() + "\n" for line in lines)
    return f"{commented}{_CUT} the text begins below this line\n"


def _counted_in_file(mistake: CassetteError, above: int) -> str:
    """The message, with the line in the file that is opened again: so many stand above the text."""
    where = _LINE.sub(lambda found: f"line {int(found[1]) + above}", mistake.where)
    return f"{where}: {mistake.message}" if where else mistake.message


def _without_header(text: str, header: str) -> str:
    """The text below the header, also where lines of that are gone."""
    end = _HEADER_END.search(text)
    if end is not None:
        return text[end.end() :]
    known = header.splitlines()
    while text and text.partition("\n")[0].rstrip("\r") in known:
        text = text.partition("\n")[2]
    return text
