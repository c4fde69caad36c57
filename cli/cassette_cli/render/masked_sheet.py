"""A sheet with the secrets in it cut short, whichever writer prints it."""

from cassette_cli.redaction.masking import mask_header_lines, mask_text
from cassette_cli.render.sheet import Fragment, FragmentKind, Section, Sheet, Turn


def masked_sheet(sheet: Sheet) -> Sheet:
    """The sheet as people may read it."""
    return sheet._replace(sections=tuple(map(_section, sheet.sections)))


def _section(section: Section) -> Section:
    return Section(
        section.index,
        mask_text(section.request_line),
        mask_text(section.status),
        tuple(map(mask_text, section.details)),
        tuple(map(_turn, section.turns)),
        section.failed,
    )


def _turn(turn: Turn) -> Turn:
    fragments = tuple(map(_fragment, turn.fragments))
    return Turn(mask_text(turn.label), fragments, mask_text(turn.margin))


def _fragment(fragment: Fragment) -> Fragment:
    masks = mask_header_lines if fragment.kind is FragmentKind.HEADERS else mask_text
    text = masks(fragment.text)
    # Offsets of another text bring out nothing.
    marks = fragment.marks if text == fragment.text else ()
    return Fragment(fragment.kind, text, mask_text(fragment.title), marks)
