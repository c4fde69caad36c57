"""The work of `cassette diff`: compare the files, and print what changed between them."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from cassette_cli.commands.diff.compare_pairs import compare_pairs
from cassette_cli.commands.diff.file_pairs import pairs_behind
from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.output_format import TextMarkdownOrJson
from cassette_cli.commands.shared.pager import stdout_or_pager
from cassette_cli.commands.shared.screen import Screen, drawn, screen_for
from cassette_cli.comparing.file_diff import FileDiff
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.counted import counted
from cassette_cli.errors import ExitCode
from cassette_cli.render.diff_sheet import diff_sheet
from cassette_cli.render.json.diff import diff_json
from cassette_cli.render.markdown.diff import markdown_diff
from cassette_cli.render.safe_text import safe_json
from cassette_cli.render.text.diff_plain import plain_diff


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


def print_diff(
    operands: Sequence[str], paths: Sequence[str] | None, options: DiffOptions
) -> ExitCode:
    """Compare what the operands stand for, and print it; errors go to stderr, and make it 2."""
    pairs = pairs_behind(operands, paths)
    results = Results(compare_pairs(pairs, options.rules, options.jobs))
    diffs: list[FileDiff] = []
    screen = screen_for(options.color) if options.output_format is TextMarkdownOrJson.TEXT else None
    with stdout_or_pager(pager=screen is not None and options.pager) as out:
        for diff in results:
            diffs.append(diff)
            if options.output_format is TextMarkdownOrJson.TEXT:
                out.write(_text(diff, options, screen))
        out.write(_document(diffs, options))
    differ = sum(not diff.is_equal(strict=options.strict) for diff in diffs)
    sys.stderr.write(_summary(diffs, differ, len(results.errors)))
    return results.exit_code or (ExitCode.FINDINGS if differ else ExitCode.OK)


def _document(diffs: list[FileDiff], options: DiffOptions) -> str:
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
        return plain_diff(sheet)
    from cassette_cli.render.text.diff_terminal import print_diff as print_sheet  # imports rich

    return drawn(screen, print_sheet, sheet)


def _summary(diffs: list[FileDiff], differ: int, failed: int) -> str:
    noise = sum(diff.noise for diff in diffs)
    words = [counted(differ, "file differs", "files differ")]
    words += [f"{len(diffs) - differ} equal"] if len(diffs) > differ else []
    words += [f"{failed} failed"] if failed else []
    if noise:
        words.append(f"{counted(noise, 'difference is', 'differences are')} noise")
    return ", ".join(words) + "\n"
