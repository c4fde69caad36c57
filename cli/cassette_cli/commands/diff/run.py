"""The work of `cassette diff`: compare the files, and print what changed between them."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cassette_cli.commands.diff.compare_pairs import compare_pairs
from cassette_cli.commands.diff.file_pairs import pairs_behind
from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.output_format import TextMarkdownOrJson
from cassette_cli.commands.shared.pager import stdout_or_pager
from cassette_cli.commands.shared.screen import Screen, drawn, is_colored, screen_for
from cassette_cli.commands.shared.selection import ALL, Selection
from cassette_cli.comparing.file_diff import FileDiff
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.counted import counted
from cassette_cli.errors import ExitCode
from cassette_cli.render.diff_sheet import diff_sheet, summary_line
from cassette_cli.render.json.diff import diff_json
from cassette_cli.render.markdown.diff import markdown_diff
from cassette_cli.render.safe_text import safe_json, safe_line
from cassette_cli.render.text.diff_plain import plain_diff
from cassette_cli.render.text.painted import DIFFERENCES, painted
from cassette_cli.render.what_changed import roll_up, what_changed


class Amount(StrEnum):
    """How much is printed of each file that differs."""

    ALL = "all"
    STAT = "stat"
    NAME = "name"
    NOTHING = "nothing"


def amount_of(*, stat: bool, name_only: bool, quiet: bool) -> Amount:
    """The least that was asked for."""
    if quiet:
        return Amount.NOTHING
    if name_only:
        return Amount.NAME
    return Amount.STAT if stat else Amount.ALL


@dataclass(frozen=True, slots=True)
class DiffOptions:
    """How to compare, and how to print it."""

    rules: NoiseRules
    output_format: TextMarkdownOrJson = TextMarkdownOrJson.TEXT
    color: Color = Color.AUTO
    noise: bool = False
    strict: bool = False
    jobs: int | None = None
    pager: bool = True
    amount: Amount = Amount.ALL
    staged: bool = False
    reveal: bool = False
    selection: Selection = ALL


def print_diff(
    operands: Sequence[str], paths: Sequence[str] | None, options: DiffOptions
) -> ExitCode:
    """Compare what the operands stand for, and print it; errors go to stderr, and make it 2."""
    pairs = pairs_behind(operands, paths, staged=options.staged)
    results = Results(compare_pairs(pairs, options.rules, options.jobs, options.selection))
    screen = screen_for(options.color) if options.output_format is TextMarkdownOrJson.TEXT else None
    with stdout_or_pager(pager=screen is not None and options.pager) as out:
        diffs = list(results)
        for text in _texts(diffs, options, screen):
            out.write(_masked(text, options))
    differ = sum(not diff.is_equal(strict=options.strict) for diff in diffs)
    sys.stderr.write(_summary(diffs, differ, len(results.errors)))
    return results.exit_code or (ExitCode.FINDINGS if differ else ExitCode.OK)


def _texts(diffs: Sequence[FileDiff], options: DiffOptions, screen: Screen | None) -> Iterator[str]:
    """What is printed of all files: what they have in common first."""
    differing = [diff for diff in diffs if not diff.is_equal(strict=options.strict)]
    match options.amount:
        case Amount.NOTHING:
            return
        case Amount.NAME:
            yield from (f"{safe_line(_name_of(diff))}\n" for diff in differing)
            return
        case Amount.STAT:
            yield from (_stat_line(diff) for diff in differing)
            yield _rolled(diffs)
            return
    if options.output_format is TextMarkdownOrJson.TEXT:
        rolled = _rolled(diffs)
        yield f"{rolled}\n" if rolled else ""
        texts = (text for diff in diffs if (text := _text(diff, options, screen)))
        for number, text in enumerate(texts):
            yield f"\n{text}" if number and screen is None else text
    yield _document(diffs, options)


def _rolled(diffs: Sequence[FileDiff]) -> str:
    return f"{rolled}\n" if (rolled := roll_up(diffs)) else ""


def _stat_line(diff: FileDiff) -> str:
    word = "removed" if diff.b is None else "added" if diff.a is None else ""
    words = word or what_changed(diff.changes) or summary_line(diff)
    return f"{safe_line(_name_of(diff))} | {words}\n"


def _name_of(diff: FileDiff) -> str:
    there = diff.b or diff.a
    return there.path if there else ""


def _masked(text: str, options: DiffOptions) -> str:
    if options.reveal or not text:
        return text
    from cassette_cli.redaction.masking import mask_text

    return mask_text(text)


def _document(diffs: Sequence[FileDiff], options: DiffOptions) -> str:
    match options.output_format:
        case TextMarkdownOrJson.JSON:
            return safe_json(diff_json(diffs, noise=options.noise, strict=options.strict)) + "\n"
        case TextMarkdownOrJson.MARKDOWN:
            return markdown_diff(diffs, noise=options.noise or options.strict)
        case TextMarkdownOrJson.TEXT:
            return ""


def _text(diff: FileDiff, options: DiffOptions, screen: Screen | None) -> str:
    if diff.is_equal(strict=options.strict or options.noise):
        return ""
    sheet = diff_sheet(diff, noise=options.noise or options.strict)
    if screen is None:
        text = plain_diff(sheet)
        return painted(text, DIFFERENCES) if is_colored(options.color) else text
    from cassette_cli.render.text.diff_terminal import print_diff as print_sheet  # imports rich

    return drawn(screen, print_sheet, sheet)


def _summary(diffs: Sequence[FileDiff], differ: int, failed: int) -> str:
    noise = sum(diff.noise for diff in diffs)
    words = [counted(differ, "file differs", "files differ")]
    words += [f"{len(diffs) - differ} equal"] if len(diffs) > differ else []
    words += [f"{failed} failed"] if failed else []
    if noise:
        words.append(f"{counted(noise, 'difference is', 'differences are')} noise")
    return ", ".join(words) + "\n"
