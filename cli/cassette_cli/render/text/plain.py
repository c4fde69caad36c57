"""Blocks as plain text: no colour, no wrapping, no truncation; for pipes and files."""

from collections.abc import Iterator

from cassette_cli.render.safe_text import safe_line, safe_text
from cassette_cli.render.sheet import Fragment, FragmentKind, Section, Sheet, Turn

ARROWS = {FragmentKind.CALL: "→ ", FragmentKind.RESULT: "← "}
WORDS = {FragmentKind.REASONING: "(reasoning) ", FragmentKind.REFUSAL: "(refusal) "}
_INDENT = "  "


def plain_sheet(sheet: Sheet) -> str:
    """A cassette as text, with a line feed at its end."""
    return "\n".join(_lines(sheet)) + "\n"


def bare_sheet(sheet: Sheet) -> str:
    """Only what was recorded, for another program to read: no headings, labels or notes."""
    return "".join(
        f"{plain_fragment(fragment)}\n"
        for section in sheet.sections
        for turn in section.turns
        for fragment in turn.fragments
        if fragment.kind is not FragmentKind.NOTE
    )


def plain_fragment(fragment: Fragment) -> str:
    """One fragment: an arrow before calls and results, brackets around what was left out."""
    text = safe_text(fragment.text)
    match fragment.kind:
        case FragmentKind.CALL:
            return f"{ARROWS[FragmentKind.CALL]}{fragment.title}({text})"
        case FragmentKind.RESULT:
            title = f"{fragment.title}: " if fragment.title else ""
            return f"{ARROWS[FragmentKind.RESULT]}{title}{text}"
        case FragmentKind.MEDIA:
            return f"[{text}]"
        case FragmentKind.NOTE | FragmentKind.HEADERS | FragmentKind.TEXT | FragmentKind.ERROR:
            return text
    title = f"{fragment.title} " if fragment.title else ""
    return f"{WORDS.get(fragment.kind, '')}{title}{text}"


def section_line(section: Section) -> str:
    """The request and its outcome."""
    outcome = f" → {section.status}" if section.status else ""
    return f"#{section.index} {section.request_line}{outcome}"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"{safe_line(sheet.path)} ({sheet.summary})"
    for section in sheet.sections:
        yield ""
        yield section_line(section)
        if section.details:
            yield f"   {' · '.join(section.details)}"
        for turn in section.turns:
            yield from _turn_lines(turn)


def _turn_lines(turn: Turn) -> Iterator[str]:
    if turn.label:
        yield f"{turn.label}:"
    for fragment in turn.fragments:
        for line in plain_fragment(fragment).split("\n"):
            yield f"{_INDENT}{line}".rstrip()
    if turn.margin:
        yield f"{_INDENT}[{turn.margin}]"
