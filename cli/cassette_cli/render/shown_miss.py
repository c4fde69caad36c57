"""A difference that kept a recorder from playing, as it may be shown: its context, masked."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.json_values import Json
from cassette_cli.misses.difference import Differing
from cassette_cli.recorders.recorder import Compared
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.secrets import search_for_secrets
from cassette_cli.render.excerpt import excerpts, spelled
from cassette_cli.text import Edit, splice
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Search


class Shown(NamedTuple):
    """A difference in words; a side that has nothing there is None."""

    field: str
    path: str
    place: str
    recorded: str | None
    sent: str | None


def show(differing: Differing) -> Shown:
    """What may be shown of a difference."""
    mask = _mask_for(differing)
    recorded, sent = (mask(spelled(value)) for value in (differing.recorded, differing.sent))
    recorded, sent = excerpts(recorded, sent)
    return Shown(
        field_name(differing.part),
        write_path(differing.path),
        differing.place,
        None if differing.recorded is None else recorded,
        None if differing.sent is None else sent,
    )


def field_name(part: Compared) -> str:
    """The name of a part as matchers have it: `url`, `headers`, `content_length`."""
    return part.value.lower().replace(" ", "_")


def masked(kind: Kind, name: str, text: str) -> str:
    """A text with no secret in it shown whole."""
    hits = _search().find(kind, name, text)
    return splice(text, [Edit(hit.span, hit.replacement or "…") for hit in hits])


def _mask_for(differing: Differing) -> Callable[[str], str]:
    name = _last_name(differing.path)
    match differing.part:
        case Compared.HEADERS:
            kind = Kind.HEADER
        case Compared.BODY:
            kind = Kind.FIELD if name else Kind.TEXT
        case _ if name and differing.path[:1] in (("query",), (name,)) and len(differing.path) > 1:
            kind = Kind.PARAMETER
        case _:
            kind = Kind.TEXT
    return lambda text: masked(kind, name, text)


def _last_name(path: JsonPath) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


@cache
def _search() -> Search:
    return search_for_secrets(compile_rules(rules()), masked=True)


def json_of(shown: Shown) -> dict[str, Json]:
    """The members of a difference in the JSON output."""
    members: dict[str, Json] = {"field": shown.field, "path": shown.path or None}
    if shown.place:
        members["place"] = shown.place
    return {**members, "recorded": shown.recorded, "sent": shown.sent}
