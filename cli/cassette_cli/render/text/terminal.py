"""Blocks for a terminal: roles set apart in a column, JSON coloured, counts at the right edge."""

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.highlighter import JSONHighlighter
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from cassette_cli.render.safe_text import safe_line, safe_text
from cassette_cli.render.sheet import Fragment, FragmentKind, Section, Sheet, Turn
from cassette_cli.render.text.plain import ARROWS, WORDS

LABEL_WIDTH = 11
_ROLE_STYLES = {
    "system": "magenta",
    "developer": "magenta",
    "user": "bold blue",
    "assistant": "bold green",
    "model": "bold green",
    "tool": "cyan",
    "error": "bold red",
}
_KIND_STYLES = {
    FragmentKind.REASONING: "italic dim",
    FragmentKind.REFUSAL: "red",
    FragmentKind.MEDIA: "magenta",
    FragmentKind.HEADERS: "dim",
    FragmentKind.NOTE: "dim italic",
    FragmentKind.ERROR: "red",
    FragmentKind.EVENT: "dim",
}
_highlight_json = JSONHighlighter()


def print_sheet(console: Console, sheet: Sheet) -> None:
    """Print one cassette at the width of the console."""
    console.print(_Spread(Text(safe_line(sheet.path), style="bold"), Text(sheet.summary, "dim")))
    for section in sheet.sections:
        console.print()
        console.print(_Spread(_request_line(section), _status(section), "   → "))
        if section.details:
            console.print(Text("   " + " · ".join(section.details), style="dim"))
        console.print()
        for turn in section.turns:
            console.print(_Column(turn))


def _request_line(section: Section) -> Text:
    method, _, url = section.request_line.partition(" ")
    return Text.assemble((f"#{section.index} ", "bold yellow"), (method, "bold"), " ", url)


def _status(section: Section) -> Text:
    return Text(section.status, style="bold red" if section.failed else "green")


class _Spread:
    """Two texts on one line, the second at the right edge; below each other where too narrow."""

    def __init__(self, left: Text, right: Text, lead: str = "") -> None:
        self.left = left
        self.right = right
        self.lead = lead

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        gap = options.max_width - cell_len(self.left.plain) - cell_len(self.right.plain)
        if gap > 1:
            yield Text.assemble(self.left, " " * gap, self.right)
            return
        yield Text(self.left.plain, spans=self.left.spans, overflow="fold")
        if self.right.plain:
            yield Text.assemble(self.lead, self.right)


class _Column:
    """A turn: its label in a column of its own, a rule, and what was said beside it."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        role = self.turn.label.partition(" ")[0]
        style = console.get_style(_ROLE_STYLES.get(role, "dim"))
        label = _shortened(self.turn.label).rjust(LABEL_WIDTH)
        inner = options.update_width(max(options.max_width - LABEL_WIDTH - 3, 10))
        for renderable in _fragments(self.turn):
            for line in console.render_lines(renderable, inner, pad=False):
                yield Segment(label, style)
                yield Segment(" │ ", Style(dim=True))
                yield from line
                yield Segment.line()
                label = " " * LABEL_WIDTH


def _shortened(label: str) -> str:
    return label if len(label) <= LABEL_WIDTH else f"{label[: LABEL_WIDTH - 1]}…"


def _fragments(turn: Turn) -> list[RenderableType]:
    rendered: list[RenderableType] = [_fragment(fragment) for fragment in turn.fragments]
    if turn.margin:
        finish, _, counts = turn.margin.partition(" · ")
        if not counts and finish[:1].isdigit():
            finish, counts = "", finish
        rendered.append(_Spread(Text(finish, style="dim"), Text(counts, style="dim")))
    return rendered or [Text("")]


def _fragment(fragment: Fragment) -> Text:
    text = Text(
        safe_text(fragment.text), style=_KIND_STYLES.get(fragment.kind, ""), overflow="fold"
    )
    match fragment.kind:
        case FragmentKind.CALL:
            arguments = _json(fragment)
            return Text.assemble(
                (ARROWS[FragmentKind.CALL], "yellow"),
                (fragment.title, "bold yellow"),
                "(",
                arguments,
                ")",
                overflow="fold",
            )
        case FragmentKind.RESULT:
            title = f"{fragment.title}: " if fragment.title else ""
            arrow = (ARROWS[FragmentKind.RESULT], "cyan")
            return Text.assemble(arrow, (title, "bold cyan"), _json(fragment), overflow="fold")
        case FragmentKind.JSON:
            title = f"{fragment.title} " if fragment.title else ""
            return Text.assemble((title, "bold"), _json(fragment), overflow="fold")
        case FragmentKind.MEDIA:
            return Text.assemble(("▣ ", "magenta"), text, overflow="fold")
        case FragmentKind.EVENT:
            for start, end in fragment.marks:
                text.stylize("not dim bold green", start, end)
            return Text.assemble((f"{fragment.title} ", "yellow"), text, overflow="fold")
    return Text.assemble((WORDS.get(fragment.kind, ""), "dim"), text, overflow="fold")


def _json(fragment: Fragment) -> Text:
    text = safe_text(fragment.text)
    if text[:1] in ("{", "[", '"') or text in ("null", "true", "false"):
        return _highlight_json(text)
    return Text(text)
