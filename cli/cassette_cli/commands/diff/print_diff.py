"""Print what `cassette diff` found, in the output format that was asked for."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from cassette_cli.commands.diff.file_pairs import pairs_behind
from cassette_cli.commands.diff.run import compare_pairs
from cassette_cli.commands.shared.inputs import report_error
from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.output import Screen, console_for, screen_for, stdout_or_pager
from cassette_cli.commands.shared.output_format import DiffFormat
from cassette_cli.comparing.file_diff import FileDiff
from cassette_cli.comparing.noise import NoiseRules
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
    output_format: DiffFormat = DiffFormat.TEXT
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
    diffs: list[FileDiff] = []
    failed = 0
    screen = screen_for(options.color) if options.output_format is DiffFormat.TEXT else None
    with stdout_or_pager(pager=screen is not None and options.pager) as out:
        for outcome in compare_pairs(pairs, options.rules, options.jobs):
            if outcome.error is not None:
                failed += 1
                report_error(outcome.error)
            elif outcome.result is not None:
                diffs.append(outcome.result)
                if options.output_format is DiffFormat.TEXT:
                    out.write(_text(outcome.result, options, screen))
        out.write(_document(diffs, options))
    differ = sum(not diff.is_equal(strict=options.strict) for diff in diffs)
    sys.stderr.write(_summary(diffs, differ, failed))
    if failed:
        return ExitCode.USAGE
    return ExitCode.FINDINGS if differ else ExitCode.OK


def _document(diffs: list[FileDiff], options: DiffOptions) -> str:
    match options.output_format:
        case DiffFormat.JSON:
            return safe_json(diff_json(diffs, noise=options.noise, strict=options.strict)) + "\n"
        case DiffFormat.MARKDOWN:
            return markdown_diff(diffs, noise=options.noise or options.strict)
        case DiffFormat.TEXT:
            return ""


def _text(diff: FileDiff, options: DiffOptions, screen: Screen | None) -> str:
    if diff.is_equal(strict=options.strict or options.noise):
        return ""
    sheet = diff_sheet(diff, noise=options.noise or options.strict)
    if screen is None:
        return plain_diff(sheet)
    from cassette_cli.render.text.diff_terminal import print_diff as print_sheet  # imports rich

    console, buffer = console_for(screen)
    print_sheet(console, sheet)
    return buffer.getvalue()


def _summary(diffs: list[FileDiff], differ: int, failed: int) -> str:
    noise = sum(diff.noise for diff in diffs)
    words = [f"{differ} {'file differs' if differ == 1 else 'files differ'}"]
    words += [f"{len(diffs) - differ} equal"] if len(diffs) > differ else []
    words += [f"{failed} failed"] if failed else []
    if noise:
        words.append(f"{noise} {'difference is' if noise == 1 else 'differences are'} noise")
    return ", ".join(words) + "\n"
