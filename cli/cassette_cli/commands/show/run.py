"""The work of `cassette show`: read each cassette, and render it as was asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from cassette_cli.commands.shared.for_each_cassette import for_each_cassette
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.output_format import OutputFormat
from cassette_cli.commands.shared.pager import stdout_or_pager
from cassette_cli.commands.shared.screen import Screen, drawn
from cassette_cli.commands.shared.selection import Selection
from cassette_cli.errors import ExitCode
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading, read_interactions
from cassette_cli.render.cassette_layout import cassette_sheet
from cassette_cli.render.json.interaction import cassette_json, interaction_json
from cassette_cli.render.markdown.transcript import markdown_sheet
from cassette_cli.render.safe_text import safe_json
from cassette_cli.render.sheet import Sheet
from cassette_cli.render.text.painted import TRANSCRIPT, painted
from cassette_cli.render.text.plain import bare_sheet, plain_sheet
from cassette_cli.render.view import View, ViewOptions


@dataclass(frozen=True, slots=True)
class Showing:
    """Renders a cassette as text.

    `screen` is None where it goes to a pipe or a file; a transcript can be `colored` there, too.
    """

    options: ViewOptions
    selection: Selection
    output_format: OutputFormat
    screen: Screen | None
    colored: bool = False

    def __call__(self, cassette: Cassette) -> str:
        positions = self._positions(cassette)
        if self.selection.where and not positions:
            return ""
        readings = read_interactions(cassette)
        chosen = (readings[position] for position in positions)
        match self.output_format:
            case OutputFormat.JSON:
                interactions: list[Json] = [self._json(reading) for reading in chosen]
                return safe_json(cassette_json(cassette, interactions))
            case OutputFormat.JSONL:
                lines = (self._json(reading) for reading in chosen)
                path: dict[str, Json] = {"path": cassette.path}
                return "".join(f"{safe_json(path | line)}\n" for line in lines)
            case OutputFormat.MARKDOWN:
                return markdown_sheet(self._sheet(cassette, readings, positions))
            case OutputFormat.TEXT:
                return self._text(self._sheet(cassette, readings, positions))

    def _positions(self, cassette: Cassette) -> list[int]:
        if cassette.not_http:
            return []
        return self.selection.among(cassette)

    def _sheet(
        self, cassette: Cassette, readings: Sequence[Reading], positions: list[int]
    ) -> Sheet:
        sheet = cassette_sheet(cassette, readings, positions, self.options)
        if self.options.reveal or self.options.view in (View.BODY, View.RAW):
            return sheet
        from cassette_cli.render.masked_sheet import masked_sheet

        return masked_sheet(sheet)

    def _json(self, reading: Reading) -> dict[str, Json]:
        shown = interaction_json(reading)
        if not self.options.reveal:
            from cassette_cli.redaction.masking import mask_json

            shown = {name: mask_json(value, name) for name, value in shown.items()}
        unwanted = {"request": not self.options.request, "response": not self.options.response}
        return {name: value for name, value in shown.items() if not unwanted.get(name, False)}

    def _text(self, sheet: Sheet) -> str:
        if self.screen is None:
            if self.options.view in (View.BODY, View.RAW):
                return bare_sheet(sheet)
            text = plain_sheet(sheet)
            return painted(text, TRANSCRIPT) if self.colored else text
        from cassette_cli.render.text.terminal import print_sheet

        return drawn(self.screen, print_sheet, sheet)


def print_transcripts(
    paths: Sequence[str], work: Showing, jobs: int | None, *, pager: bool
) -> ExitCode:
    """Print each cassette as soon as it is read; errors go to stderr, and make the exit code 2."""
    results = Results(for_each_cassette(paths, work, jobs))
    opening, separator, closing = _frame(work.output_format)
    with stdout_or_pager(pager=pager and work.output_format is OutputFormat.TEXT) as out:
        out.write(opening)
        between = ""
        for text in filter(None, results):
            out.write(between + text)
            between = separator
        out.write(closing)
    return results.exit_code


def _frame(output_format: OutputFormat) -> tuple[str, str, str]:
    """What stands before, between and after the cassettes."""
    match output_format:
        case OutputFormat.JSON:
            return '{"cassettes": [', ",\n", "]}\n"
        case OutputFormat.JSONL:
            return "", "", ""
        case OutputFormat.TEXT | OutputFormat.MARKDOWN:
            return "", "\n", ""
