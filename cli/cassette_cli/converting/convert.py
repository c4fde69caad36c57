"""Writes a cassette as a file of another recorder, and proves it by reading that back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from cassette_cli.converting.bodies import bytes_of_body, decoded, playable
from cassette_cli.converting.lack import Lack
from cassette_cli.converting.target import Target
from cassette_cli.converting.urls import without_default_port
from cassette_cli.document import Mapping
from cassette_cli.errors import CassetteError, EditError
from cassette_cli.formats.fields import entry
from cassette_cli.model import Body, Cassette, Header, Interaction

Headers: TypeAlias = tuple[Header, ...]

# It writes a port into every URL; no other recorder does.
_ALWAYS_WRITES_PORT = "nock"


class Loss(NamedTuple):
    """What the target does not hold, and of which interactions, by position; of none: the file."""

    what: str
    interactions: tuple[int, ...] = ()


class Conversion(NamedTuple):
    """The text of the new file, and what it lacks of the old one."""

    text: str
    losses: tuple[Loss, ...]


def convert(cassette: Cassette, target: Target) -> Conversion:
    """Convert a cassette.

    Raises EditError where the target cannot hold an interaction at all, or where what was written
    does not read as what was to be written.
    """
    if cassette.not_http is not None:
        raise EditError(f"no HTTP, but {cassette.not_http}", where=cassette.path)
    whole = tuple(map(_as_sent, [cassette] * len(cassette.interactions), cassette.interactions))
    prepared = tuple(map(decoded if target.decodes else playable, whole))
    for interaction in prepared:
        _refuse_unfit(interaction, target)
    kept = tuple(_without(interaction, target.lacks) for interaction in prepared)
    text = target.write(kept)
    _prove(text, kept, target)
    return Conversion(text, (*_losses(whole, prepared, target), *_losses_of_file(cassette)))


def _as_sent(cassette: Cassette, interaction: Interaction) -> Interaction:
    if cassette.format != _ALWAYS_WRITES_PORT:
        return interaction
    url = without_default_port(interaction.request.url)
    return replace(interaction, request=replace(interaction.request, url=url))


def _refuse_unfit(interaction: Interaction, target: Target) -> None:
    if not (interaction.request.method and interaction.request.url):
        raise EditError(f"interaction {interaction.index} has no request")
    if target.needs_status and not interaction.response.status_code:
        raise EditError(
            f"interaction {interaction.index} has no status code, which {target.name} needs",
            hint="leave it out with --interaction, or convert to har",
        )


def _without(interaction: Interaction, lacks: Iterable[Lack]) -> Interaction:
    for lack in lacks:
        interaction = lack.without(interaction)
    return interaction


def _losses(
    whole: tuple[Interaction, ...], prepared: tuple[Interaction, ...], target: Target
) -> list[Loss]:
    found = [
        Loss(lack.what, tuple(one.index for one in prepared if lack.concerns(one)))
        for lack in target.lacks
    ]
    dropped = (
        new.index
        for old, new in zip(whole, prepared, strict=True)
        if len(old.response.headers) != len(new.response.headers)
        or len(old.request.headers) != len(new.request.headers)
    )
    found.append(Loss("Content-Encoding headers of bodies that are not encoded", tuple(dropped)))
    return [loss for loss in found if loss.interactions]


def _losses_of_file(cassette: Cassette) -> list[Loss]:
    """What stands beside the interactions (vcrpy 9 has a member for it)."""
    metadata = entry(cassette.document.resolved, "metadata")
    is_lost = isinstance(metadata, Mapping) and bool(metadata.entries)
    return [Loss("metadata of the cassette")] if is_lost else []


def _prove(text: str, kept: tuple[Interaction, ...], target: Target) -> None:
    if not kept:
        return
    try:
        found = target.read(text)
    except CassetteError as error:
        raise EditError(f"what {target.name} would get cannot be read: {error.message}") from None
    if len(found) != len(kept):
        raise EditError(f"{target.name} would read {len(found)} interactions, not {len(kept)}")
    for old, new in zip(kept, found, strict=True):
        differing = next(
            (name for name, value in _compared(old).items() if _compared(new)[name] != value), None
        )
        if differing:
            raise EditError(f"{target.name} cannot hold the {differing} of interaction {old.index}")


def _compared(interaction: Interaction) -> dict[str, object]:
    """What has to be the same in both files, by its name."""
    request, response = interaction.request, interaction.response
    return {
        "method": request.method,
        "URL": without_default_port(request.url),
        "request headers": _by_name(request.headers),
        "request body": bytes_of_body(_not_empty(request.body)),
        "status code": response.status_code or None,
        "reason phrase": response.reason or None,
        "response headers": _by_name(response.headers),
        "response body": bytes_of_body(_not_empty(response.body)),
        # Recorders count in nanoseconds, if at all.
        "duration": round(interaction.duration_ms or 0, 6),
    }


def _not_empty(body: Body | None) -> Body | None:
    return body if body and body.content else None


def _by_name(headers: Headers) -> dict[str, list[str]]:
    """Values by name: most recorders group and sort headers, and Go writes names in its own way."""
    found: dict[str, list[str]] = {}
    for header in sorted(headers, key=lambda header: header.name.lower()):
        found.setdefault(header.name.lower(), []).append(header.value)
    return {name: sorted(values) for name, values in found.items()}
