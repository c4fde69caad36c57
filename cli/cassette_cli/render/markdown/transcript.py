"""Blocks as Markdown: for pull requests, issues and notebooks."""

import re
from collections.abc import Iterator

from cassette_cli.render.safe_text import safe_line, safe_text
from cassette_cli.render.sheet import Fragment, FragmentKind, Section, Sheet, Turn
from cassette_cli.render.text.plain import plain_fragment, section_line

_BACKTICKS = re.compile("`+")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_FENCED = {
    FragmentKind.JSON: "json",
    FragmentKind.HEADERS: "http",
    FragmentKind.EVENT: "",
    FragmentKind.ERROR: "json",
}


def markdown_sheet(sheet: Sheet) -> str:
    """A cassette as Markdown; recorded text is quoted, and can break out of nothing."""
    return "\n".join(_lines(sheet)) + "\n"


def inline_code(text: str) -> str:
    """A code span that holds any text (CommonMark, section 6.1)."""
    ticks = "`" * (_longest_run(text) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def fenced_code(text: str, language: str = "") -> str:
    """A fenced block that holds any text (CommonMark, section 4.5)."""
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def escape_markdown(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", text)


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {inline_code(safe_line(sheet.path))}"
    yield ""
    yield escape_markdown(sheet.summary)
    for section in sheet.sections:
        yield ""
        yield from _section_lines(section)


def _section_lines(section: Section) -> Iterator[str]:
    yield f"## {inline_code(section_line(section))}"
    if section.details:
        yield ""
        yield escape_markdown(" · ".join(section.details))
    for turn in section.turns:
        yield ""
        yield from _turn_lines(turn)


def _turn_lines(turn: Turn) -> Iterator[str]:
    if turn.label:
        yield f"**{escape_markdown(turn.label)}**"
        yield ""
    for fragment in turn.fragments:
        yield _fragment(fragment)
        yield ""
    if turn.margin:
        yield f"*{escape_markdown(turn.margin)}*"


def _fragment(fragment: Fragment) -> str:
    if fragment.kind in _FENCED:
        title = f"{inline_code(fragment.title)}\n\n" if fragment.title else ""
        return title + fenced_code(safe_text(fragment.text), _FENCED[fragment.kind])
    text = plain_fragment(fragment)
    if fragment.kind in (FragmentKind.CALL, FragmentKind.RESULT):
        return fenced_code(text) if "\n" in text else inline_code(text)
    return "\n".join(f"> {escape_markdown(line)}".rstrip() for line in text.split("\n"))


def _longest_run(text: str) -> int:
    return max((len(run) for run in _BACKTICKS.findall(text)), default=0)
