"""Print what a piece of work gave for each cassette, in the output format that was asked for."""

from collections.abc import Callable, Sequence

from cassette_cli.commands.shared.inputs import report_error, run
from cassette_cli.commands.shared.output import stdout_or_pager
from cassette_cli.commands.shared.output_format import OutputFormat
from cassette_cli.errors import ExitCode
from cassette_cli.model import Cassette


def print_results(
    paths: Sequence[str],
    work: Callable[[Cassette], str],
    output_format: OutputFormat,
    jobs: int | None,
    *,
    pager: bool,
) -> ExitCode:
    """Print each result as soon as it is there; errors go to stderr, and make the exit code 2."""
    opening, separator, closing = _frame(output_format)
    code = ExitCode.OK
    with stdout_or_pager(pager=pager and output_format is OutputFormat.TEXT) as out:
        out.write(opening)
        between = ""
        for outcome in run(paths, work, jobs):
            if outcome.error is not None:
                code = ExitCode.USAGE
                report_error(outcome.error)
            if outcome.result is not None:
                out.write(between + outcome.result)
                between = separator
        out.write(closing)
    return code


def _frame(output_format: OutputFormat) -> tuple[str, str, str]:
    match output_format:
        case OutputFormat.JSON:
            return '{"cassettes": [', ",\n", "]}\n"
        case OutputFormat.JSONL:
            return "", "", ""
        case OutputFormat.TEXT | OutputFormat.MARKDOWN:
            return "", "\n", ""
