"""The work of `cassette show` on one cassette: read it, and render it as was asked."""

from dataclasses import dataclass

from cassette_cli.commands.shared.options import Selection
from cassette_cli.commands.shared.output import Screen, console_for
from cassette_cli.commands.shared.output_format import OutputFormat
from cassette_cli.exchange import Exchange, decode_exchange
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.reading import read_exchange
from cassette_cli.render.json.interaction import cassette_json, interaction_json
from cassette_cli.render.layout import cassette_sheet
from cassette_cli.render.markdown.transcript import markdown_sheet
from cassette_cli.render.safe_text import safe_json
from cassette_cli.render.shown import Shown, View
from cassette_cli.render.text.plain import bare_sheet, plain_sheet
from cassette_cli.transcript import Conversation


@dataclass(frozen=True, slots=True)
class Showing:
    """Renders a cassette as text; `screen` is None where it goes to a pipe or a file."""

    shown: Shown
    selection: Selection
    output_format: OutputFormat
    screen: Screen | None

    def __call__(self, cassette: Cassette) -> str:
        positions = self._positions(cassette)
        read = [_read(exchange) for exchange in map(decode_exchange, cassette.interactions)]
        match self.output_format:
            case OutputFormat.JSON:
                interactions: list[Json] = [self._json(*read[position]) for position in positions]
                return safe_json(cassette_json(cassette, interactions))
            case OutputFormat.JSONL:
                lines = (self._json(*read[position]) for position in positions)
                path: dict[str, Json] = {"path": cassette.path}
                return "".join(f"{safe_json(path | line)}\n" for line in lines)
            case OutputFormat.MARKDOWN:
                return markdown_sheet(cassette_sheet(cassette, read, positions, self.shown))
            case OutputFormat.TEXT:
                return self._text(cassette, read, positions)

    def _positions(self, cassette: Cassette) -> list[int]:
        if cassette.not_http:
            return []
        return self.selection.of(len(cassette.interactions), cassette.path)

    def _json(self, exchange: Exchange, conversation: Conversation | None) -> dict[str, Json]:
        shown = interaction_json(exchange, conversation)
        unwanted = {"request": not self.shown.request, "response": not self.shown.response}
        return {name: value for name, value in shown.items() if not unwanted.get(name, False)}

    def _text(
        self,
        cassette: Cassette,
        read: list[tuple[Exchange, Conversation | None]],
        positions: list[int],
    ) -> str:
        sheet = cassette_sheet(cassette, read, positions, self.shown)
        if self.screen is None:
            bare = self.shown.view in (View.BODY, View.RAW)
            return bare_sheet(sheet) if bare else plain_sheet(sheet)
        from cassette_cli.render.text.terminal import print_sheet

        console, buffer = console_for(self.screen)
        print_sheet(console, sheet)
        return buffer.getvalue()


def _read(exchange: Exchange) -> tuple[Exchange, Conversation | None]:
    return exchange, read_exchange(exchange).conversation
