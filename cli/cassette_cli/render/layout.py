"""From interactions to blocks: which view shows what, and what is folded away."""

from cassette_cli.dialects.catalogue import dialect_of
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.model import Cassette, Header
from cassette_cli.render.blocks import Fragment, Kind, Section, Sheet, Turn
from cassette_cli.render.elide import elide_json, elide_text, size
from cassette_cli.render.safe_text import safe_json, safe_line
from cassette_cli.render.shown import Shown, View, describe_duration
from cassette_cli.render.transcript_layout import Earlier, transcript_turns
from cassette_cli.transcript import Conversation


def cassette_sheet(
    cassette: Cassette,
    read: list[tuple[Exchange, Conversation | None]],
    positions: list[int],
    shown: Shown,
) -> Sheet:
    """Lay out the interactions at these positions; what a prompt repeats of those before is folded.

    `read` holds all interactions of the cassette.
    """
    sections = []
    for position in positions:
        exchange, conversation = read[position]
        earlier = tuple(
            (number, before)
            for number, (_, before) in enumerate(read[:position])
            if before is not None
        )
        sections.append(_section(cassette, exchange, conversation, earlier, shown))
    return Sheet(cassette.path, _summary(cassette), tuple(sections))


def _summary(cassette: Cassette) -> str:
    kind = " ".join(filter(None, (cassette.format, cassette.format_version)))
    if cassette.not_http:
        return f"{kind}, {cassette.not_http}: not readable as HTTP"
    count = len(cassette.interactions)
    return f"{kind}, {count} interaction{'' if count == 1 else 's'}"


def _section(
    cassette: Cassette,
    exchange: Exchange,
    conversation: Conversation | None,
    earlier: Earlier,
    shown: Shown,
) -> Section:
    interaction = exchange.interaction
    response = interaction.response
    code = response.status_code
    details = [] if conversation is None else _conversation_details(conversation)
    if fallback := _fallback(exchange, conversation, shown.view):
        details.append(fallback)
    # Beside the token counts where there is an answer to set them beside.
    if interaction.duration_ms is not None and not _has_answer(conversation, shown):
        details.append(describe_duration(interaction.duration_ms))
    return Section(
        interaction.index,
        safe_line(f"{interaction.request.method} {interaction.request.url or '(no URL)'}"),
        safe_line(" ".join(filter(None, ("" if code is None else str(code), response.reason)))),
        tuple(safe_line(detail) for detail in details),
        tuple(_turns(cassette, exchange, conversation, earlier, shown)),
        failed=code is not None and code >= 400,  # noqa: PLR2004 -- RFC 9110, section 15
    )


def _fallback(exchange: Exchange, conversation: Conversation | None, view: View) -> str:
    """Why the interaction is shown as HTTP although another view was asked for, or nothing."""
    match view:
        case View.TRANSCRIPT if conversation is None:
            return "no model call, shown as HTTP"
        case View.EVENTS if not exchange.response.events:
            return "no stream of events, shown as HTTP"
    return ""


def _has_answer(conversation: Conversation | None, shown: Shown) -> bool:
    transcript = shown.view is View.TRANSCRIPT and shown.response
    return transcript and conversation is not None and bool(conversation.completion.messages)


def _conversation_details(conversation: Conversation) -> list[str]:
    details = [conversation.dialect]
    if model := conversation.completion.model or conversation.prompt.model:
        details.append(model)
    if conversation.streamed:
        details.append("streamed" if conversation.complete else "streamed, incomplete")
    return details


def _turns(
    cassette: Cassette,
    exchange: Exchange,
    conversation: Conversation | None,
    earlier: Earlier,
    shown: Shown,
) -> list[Turn]:
    match shown.view:
        case View.TRANSCRIPT if conversation is not None:
            turns = _headers_turns(exchange, shown) if shown.headers else []
            duration = exchange.interaction.duration_ms
            return turns + transcript_turns(conversation, duration, earlier, shown)
        case View.EVENTS if exchange.response.events:
            return [_events_turn(exchange, full=shown.full)]
        case View.EVENTS:
            return _http_turns(exchange, shown._replace(view=View.HTTP))
        case View.RAW:
            return [_raw_turn(cassette, exchange)]
    return _http_turns(exchange, shown)


def _headers_turns(exchange: Exchange, shown: Shown) -> list[Turn]:
    interaction = exchange.interaction
    sides = (
        ("request", shown.request, interaction.request.headers),
        ("response", shown.response, interaction.response.headers),
    )
    return [
        Turn(label, (_headers(headers),)) for label, wanted, headers in sides if wanted and headers
    ]


def _http_turns(exchange: Exchange, shown: Shown) -> list[Turn]:
    with_headers = shown.headers or shown.view is View.HTTP
    interaction = exchange.interaction
    sides = (
        ("request", shown.request, interaction.request.headers, exchange.request),
        ("response", shown.response, interaction.response.headers, exchange.response),
    )
    turns = []
    for label, wanted, headers, payload in sides:
        fragments = (
            [_headers(headers)] if headers and with_headers and shown.view is not View.BODY else []
        )
        fragments += body_fragments(payload, full=shown.full)
        if wanted and fragments:
            turns.append(Turn(label, tuple(fragments)))
    return turns


def body_fragments(payload: Payload, *, full: bool) -> list[Fragment]:
    """A decoded body: JSON pretty-printed, text as it is, anything else by type and size."""
    notes = [Fragment(Kind.NOTE, note) for note in payload.notes]
    if not payload.content:
        return notes
    if isinstance(payload.content, bytes):
        kind = payload.media_type or "binary data"
        return [Fragment(Kind.MEDIA, f"{kind}, {size(len(payload.content))}"), *notes]
    if isinstance(payload.value, dict | list):
        value = payload.value if full else elide_json(payload.value)
        return [Fragment(Kind.JSON, safe_json(value, indent=2)), *notes]
    text = payload.content if full else elide_text(payload.content)
    return [Fragment(Kind.TEXT, text), *notes]


def _headers(headers: tuple[Header, ...]) -> Fragment:
    lines = (f"{safe_line(header.name)}: {safe_line(header.value)}" for header in headers)
    return Fragment(Kind.HEADERS, "\n".join(lines))


def _events_turn(exchange: Exchange, *, full: bool) -> Turn:
    dialect = dialect_of(exchange)
    fragments = []
    for index, event in enumerate(exchange.response.events):
        data = safe_line(event.data if full else elide_text(event.data))
        pieces = [delta.text for delta in dialect.deltas(event)] if dialect else []
        title = f"[{index}]" + (f" {safe_line(event.name)}" if event.name else "")
        fragments.append(Fragment(Kind.EVENT, data, title, _places(data, pieces)))
    fragments += [Fragment(Kind.NOTE, note) for note in exchange.response.notes]
    return Turn(exchange.response.framing or "events", tuple(fragments))


def _places(data: str, pieces: list[str]) -> tuple[tuple[int, int], ...]:
    """Where the pieces stand in the data, as JSON spells them, in order."""
    places = []
    position = 0
    for piece in pieces:
        spellings = (safe_json(piece)[1:-1], safe_line(piece))
        for spelling in spellings:
            start = data.find(f'"{spelling}"', position)
            if start >= 0:
                places.append((start + 1, start + 1 + len(spelling)))
                position = start + len(spelling) + 2
                break
    return tuple(places)


def _raw_turn(cassette: Cassette, exchange: Exchange) -> Turn:
    node = exchange.interaction.sources.get("interaction")
    if node is None:
        return Turn("", (Fragment(Kind.NOTE, "the recorded text is not at hand"),))
    text = cassette.document.text
    start = text.rfind("\n", 0, node.start) + 1
    return Turn("", (Fragment(Kind.TEXT, text[start : node.end].rstrip("\n")),))
