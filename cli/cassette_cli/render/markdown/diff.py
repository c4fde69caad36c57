"""Differences for a pull request: a table of the files, the details folded, never too long."""

from collections.abc import Iterator, Sequence

from cassette_cli.comparing.file_diff import CassetteSummary, FileDiff
from cassette_cli.render.diff_sheet import DiffSection, DiffSheet, UnchangedTurns, diff_sheet
from cassette_cli.render.markdown.transcript import escape_markdown, fenced_code, inline_code
from cassette_cli.render.safe_text import safe_line
from cassette_cli.render.text.diff_plain import plain_line
from cassette_cli.render.what_changed import roll_up, what_changed

# GitHub refuses comments of 65,536 characters.
MAX_LENGTH = 64_000
_MAX_TABLE = 20_000
_MAX_CELL = 120
_CLOSING_LENGTH = 100
_MAX_SECTION = 16_000
_MAX_LINE = 600
_MAX_LINES = 80
_HEAD = ("File", "What changed", "Model", "Finish reason", "Tokens in", "Tokens out")


def markdown_diff(diffs: Sequence[FileDiff], *, noise: bool) -> str:
    """All compared files as one comment; what did not fit is counted at its end."""
    shown = [diff for diff in diffs if not diff.equal or (noise and diff.changes)]
    equal = len(diffs) - len(shown)
    opening = [f"**{_counted(len(shown), 'cassette')} changed**{_equal_words(equal)}", ""]
    if rolled := roll_up(shown):
        opening += [escape_html(rolled), ""]
    if shown:
        opening += _table(shown)
    text = "\n".join(opening) + "\n"
    left_out = 0
    for diff in shown:
        details = _details(diff_sheet(diff, noise=noise), MAX_LENGTH - len(text))
        left_out += not details
        text += details
    if left_out:
        text += f"\nLeft out for length: the details of {_counted(left_out, 'file')}.\n"
    return text


def _table(diffs: Sequence[FileDiff]) -> Iterator[str]:
    yield f"| {' | '.join(_HEAD)} |"
    yield "| --- | --- | --- | --- | ---: | ---: |"
    length = 0
    for place, diff in enumerate(diffs):
        row = f"| {' | '.join(_cells(diff))} |"
        length += len(row)
        if length > _MAX_TABLE:
            yield f"| … and {_counted(len(diffs) - place, 'file')} more | | | | | |"
            break
        yield row
    yield ""


def _cells(diff: FileDiff) -> tuple[str, ...]:
    a, b = diff.a, diff.b
    there = b or a
    word = "removed" if b is None else "added" if a is None else what_changed(diff.changes)
    return (
        _cell(there.path if there else ""),
        _cell(word or "noise"),
        _cell(_change_of(_joined(a, "models"), _joined(b, "models"))),
        _cell(_change_of(_joined(a, "finish_reasons"), _joined(b, "finish_reasons"))),
        _tokens(a.input_tokens if a else 0, b.input_tokens if b else 0),
        _tokens(a.output_tokens if a else 0, b.output_tokens if b else 0),
    )


def _joined(outline: CassetteSummary | None, field: str) -> str:
    if outline is None:
        return ""
    return ", ".join(outline.models if field == "models" else outline.finish_reasons)


def _change_of(before: str, after: str) -> str:
    if before == after or not before or not after:
        return after or before
    return f"{before} → {after}"


def _tokens(before: int, after: int) -> str:
    if before == after:
        return str(after) if after else ""
    return f"{after} ({after - before:+d})"


def _cell(text: str) -> str:
    short = text if len(text) <= _MAX_CELL else f"…{text[1 - _MAX_CELL :]}"
    return escape_html(safe_line(short))


def escape_html(text: str) -> str:
    """Text that neither Markdown nor HTML takes for its own, and that notifies nobody."""
    return escape_markdown(text.replace("&", "&amp;")).replace("@", "&#64;")


def _details(sheet: DiffSheet, room: int) -> str:
    """A folded block with as many interactions as there is room for; "" where there is none."""
    opening = f"<details>\n<summary>{_summary(sheet)}</summary>\n\n"
    room -= len(opening) + _CLOSING_LENGTH
    blocks: list[str] = []
    for section in sheet.sections:
        code = fenced_code("\n".join(_cut(list(_section_lines(section)))), "diff")
        block = f"{inline_code(_short(section.title))}\n\n{code}\n\n"
        room -= len(block)
        if room < 0:
            break
        blocks.append(block)
    if not blocks:
        return ""
    rest = len(sheet.sections) - len(blocks)
    note = f"Left out for length: {_counted(rest, 'more interaction')}.\n\n" if rest else ""
    return f"{opening}{''.join(blocks)}{note}</details>\n\n"


def _summary(sheet: DiffSheet) -> str:
    text = f"{sheet.title}: {sheet.summary}"
    for old, new in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("@", "&#64;")):
        text = text.replace(old, new)
    return text


def _section_lines(section: DiffSection) -> Iterator[str]:
    for entry in section.entries:
        if isinstance(entry, UnchangedTurns):
            yield f"  … {entry.text}"
            continue
        yield f"@@ {entry.title} @@"
        yield from (_short(plain_line(line)) for line in entry.lines[:_MAX_LINES])
        if len(entry.lines) > _MAX_LINES:
            yield f"  … {_counted(len(entry.lines) - _MAX_LINES, 'line')} left out"


def _cut(lines: list[str]) -> list[str]:
    """The lines that one interaction has room for."""
    room = _MAX_SECTION
    for place, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            return [*lines[:place], f"  … {_counted(len(lines) - place, 'line')} left out"]
    return lines


def _short(line: str) -> str:
    if len(line) <= _MAX_LINE:
        return line
    return f"{line[:_MAX_LINE]} … {_counted(len(line) - _MAX_LINE, 'character')} left out"


def _equal_words(count: int) -> str:
    return f", {count} equal but for noise" if count else ""


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
