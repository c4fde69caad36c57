"""Plans the edits of one scalar: the least change first, other spellings where it cannot hold."""

from typing import NamedTuple, assert_never

from cassette_cli.document.base64_lines import byte_edits
from cassette_cli.document.block_scalar import read_block
from cassette_cli.document.intents import (
    ReplaceText,
    Restyle,
    ScalarIntent,
    SetBytes,
    SetLiteral,
    SetText,
    SetValue,
)
from cassette_cli.document.json_document import JSON_LITERAL
from cassette_cli.document.nodes import Scalar
from cassette_cli.document.offsets import SourcePart, runs_of, source_parts
from cassette_cli.document.plain_style import is_plain_text, plain_type
from cassette_cli.document.raw_scalar import decode
from cassette_cli.document.replace_scalar import (
    BLOCK_STYLES,
    Target,
    replace_scalar,
    replace_scalar_in,
)
from cassette_cli.document.spelling import continuation_indent, fallbacks, spell_part
from cassette_cli.errors import EditError
from cassette_cli.text import Edit, Span, difference, splice


class ScalarPlan(NamedTuple):
    """Edits of the source, and the value and the type that the scalar has to have afterwards."""

    edits: tuple[Edit, ...]
    value: str
    type: str


def type_of(scalar: Scalar, *, json: bool) -> str:
    """The type of a value: "string" where all loaders agree that it is one, or its tag."""
    if json:
        return _json_type(scalar)
    if scalar.tag not in (None, "!"):
        return str(scalar.tag)
    # libyaml has the text behind a lone `!` resolved like a plain one, quoted or not.
    if scalar.style and scalar.tag is None:
        return "string"
    return plain_type(scalar.value.rstrip("\n"))


def _json_type(scalar: Scalar) -> str:
    literal = None if scalar.style else JSON_LITERAL.fullmatch(scalar.value)
    if literal is None:
        return "string"
    return "number" if literal[1] else plain_type(scalar.value)


def plan_scalar(target: Target, intent: ScalarIntent) -> ScalarPlan:
    """Plan one intent. Raises EditError, without a place, where no spelling does what it asks."""
    scalar = target.scalar
    match intent:
        case ReplaceText(edits=edits):
            return _replace(target, edits, may_stay_literal=True)
        case SetValue(value=value):
            return _replace(target, difference(scalar.value, value))
        case SetLiteral(text=text):
            return _set_literal(target, text)
        case SetBytes(data=data):
            return _replace(target, byte_edits(scalar, data))
        case SetText(value=value, style=style):
            return _set_text(target, value, style)
        case Restyle():
            return _restyle(target, intent)
    assert_never(intent)


def _replace(
    target: Target, edits: tuple[Edit, ...], *, may_stay_literal: bool = False
) -> ScalarPlan:
    scalar, json = target.scalar, target.context.json
    value = splice(scalar.value, edits)
    old_type = type_of(scalar, json=json)
    if may_stay_literal and type_of(scalar._replace(value=value), json=json) == old_type:
        wanted = old_type
    else:
        wanted = "string" if json or scalar.tag in (None, "!") else old_type
    if value == scalar.value and wanted == old_type:
        return ScalarPlan((), value, wanted)
    found = (
        _spliced(target, edits, value, wanted)
        or _spliced(target, _over_folds(target, edits), value, wanted)
        or _respelled(target, value)
    )
    if found is None:
        raise EditError("the new text has characters that YAML cannot hold")
    return ScalarPlan(found, value, wanted)


def _respelled(target: Target, value: str) -> tuple[Edit, ...] | None:
    edit = replace_scalar(target, value)
    return None if edit is None else (edit,)


def _set_literal(target: Target, text: str) -> ScalarPlan:
    scalar, context = target.scalar, target.context
    old_type = type_of(scalar, json=context.json)
    if scalar.style or old_type == "string":
        return _replace(target, difference(scalar.value, text))
    if type_of(scalar._replace(value=text), json=context.json) != old_type:
        raise EditError(f"{text!r} has not the type of {scalar.value!r}")
    return ScalarPlan((Edit(target.content, text),), text, old_type)


def _set_text(target: Target, value: str, style: str) -> ScalarPlan:
    scalar = target.scalar
    if scalar.anchor is not None:
        raise EditError("the value has an anchor, which would go with its tag")
    # A lone `!` is what a new spelling takes the place of, so this takes any tag along.
    untagged = target._replace(scalar=scalar._replace(tag="!"))
    edits = (replace_scalar_in(untagged, value, each) for each in fallbacks(style))
    found = next((edit for edit in edits if edit is not None), None)
    if found is None:
        raise EditError("the new text has characters that YAML cannot hold")
    return ScalarPlan((found,), value, "string")


def _restyle(target: Target, intent: Restyle) -> ScalarPlan:
    scalar, style = target.scalar, intent.style
    type_ = type_of(scalar, json=target.context.json)
    if style == scalar.style:
        return ScalarPlan((), scalar.value, type_)
    edit = replace_scalar_in(target, scalar.value, style)
    if edit is None and not intent.required:
        return ScalarPlan((), scalar.value, type_)
    if edit is None:
        raise EditError(f"the value cannot be written in the style {style!r}")
    return ScalarPlan((edit,), scalar.value, type_)


def _spliced(
    target: Target, edits: tuple[Edit, ...], value: str, wanted: str
) -> tuple[Edit, ...] | None:
    """Edits of the source that touch what the edits of the value touch, if they spell `value`."""
    document, scalar, context = target
    if not (scalar.value or scalar.style):
        # Null has no text that could be edited.
        return None
    places = source_parts(document, scalar, [edit.span for edit in edits])
    if places is None or not _holds(target, value, wanted):
        return None
    margin = _margin(target)
    source_edits = []
    for edit, place in zip(edits, places, strict=True):
        text = spell_part(_widened(scalar.value, edit, place), scalar.style, context, margin)
        if text is None:
            return None
        source_edits.append(Edit(place.source, text))
    return tuple(source_edits) if _spells(target, source_edits, value) else None


def _holds(target: Target, value: str, wanted: str) -> bool:
    """Whether the style of a scalar can hold a value without giving it another type."""
    scalar, context = target.scalar, target.context
    if type_of(scalar._replace(value=value), json=context.json) != wanted:
        return False
    if scalar.style in BLOCK_STYLES:
        begins_blank = value.lstrip("\n")[:1] in ("", " ", "\t")
        blank = not (value.strip() and scalar.value.strip())
        return not blank and (target.block.indicated or not begins_blank)
    if scalar.style:
        return True
    return wanted != "string" if context.json else is_plain_text(value, flow=context.flow)


def _widened(value: str, edit: Edit, place: SourcePart) -> str:
    before = value[place.value.start : edit.span.start]
    return before + edit.text + value[edit.span.end : place.value.end]


def _margin(target: Target) -> str:
    if target.scalar.style in BLOCK_STYLES:
        return " " * target.block.indent
    return continuation_indent(target.context)


def _spells(target: Target, edits: list[Edit], value: str) -> bool:
    start, end = target.content
    moved = [Edit(Span(span.start - start, span.end - start), text) for span, text in edits]
    try:
        raw = splice(target.document.text[start:end], moved)
    except EditError:
        return False
    after = target.scalar._replace(value=value)
    if after.style in BLOCK_STYLES:
        block = read_block(raw, 0, len(raw), value)
        # Text at another indentation, or an open last line, would run into what stands around it.
        if block.indent != target.block.indent or raw[-1] != target.document.text[end - 1]:
            return False
    return decode(raw, runs_of(raw, Span(0, len(raw)), after, json=target.context.json)) == value


def _over_folds(target: Target, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Edits widened by the fold or escape next to each, whose blanks it may disturb."""
    value = target.scalar.value
    around = [
        Span(max(edit.span.start - 1, 0), min(edit.span.end + 1, len(value))) for edit in edits
    ]
    places = source_parts(target.document, target.scalar, around) or []
    return tuple(
        Edit(place.value, _widened(value, edit, place))
        for edit, place in zip(edits, places, strict=False)
    )
