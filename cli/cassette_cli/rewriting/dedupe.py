"""Drop interactions that say the same as an earlier one."""

from collections.abc import Hashable

from cassette_cli.layers.peel import peel
from cassette_cli.model import Body, Cassette, Header, Interaction
from cassette_cli.rewriting.interactions import keeping
from cassette_cli.rewriting.operation import Step


def drop_duplicates(cassette: Cassette) -> Step:
    """Keep the first of those with the same method, URL, status and decoded bodies.

    Headers, dates and durations do not count: no two recordings have the same.
    """
    firsts: dict[Hashable, int] = {}
    notes = []
    for interaction in cassette.interactions:
        first = firsts.setdefault(_identity(interaction), interaction.index)
        if first != interaction.index:
            notes.append(f"#{interaction.index} dropped: the same as #{first}")
    return keeping(cassette, set(firsts.values()), tuple(notes))


def _identity(interaction: Interaction) -> Hashable:
    request, response = interaction.request, interaction.response
    return (
        request.method,
        request.url,
        _content(request.body, request.headers),
        response.status_code,
        _content(response.body, response.headers),
    )


def _content(body: Body | None, headers: tuple[Header, ...]) -> str | bytes:
    return peel(body, headers).content
