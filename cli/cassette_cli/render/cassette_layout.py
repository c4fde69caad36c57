"""From interactions to blocks: which view shows what, and what is folded away."""

from collections.abc import Iterable, Iterator, Sequence

from cassette_cli.counted import counted
from cassette_cli.exchange import Payload
from cassette_cli.model import Cassette, Header
from cassette_cli.reading import Reading, RecordedMessage
from cassette_cli.render.elide import elide_json, elide_text
from cassette_cli.render.joined_stream import is_joined, joined_detail, joined_fragments
from cassette_cli.render.numbers import write_duration, write_size
from cassette_cli.render.safe_text import safe_json, safe_line
from cassette_cli.render.sheet import Fragment, FragmentKind, Section, Sheet, Turn
from cassette_cli.render.transcript_layout import transcript_turns
from cassette_cli.render.view import View, ViewOptions
from cassette_cli.transcript import Conversation


def cassette_sheet(
    cassette: Cassette, readings: Sequence[Reading], positions: Iterable[int], options: ViewOptions
) -> Sheet:
    """Lay out the interactions at these positions; what a prompt repeats of those before is folded.

    `readings` are those of all interactions of the cassette.
    """
    sections = (
        _section(cassette, readings[position], readings[:position], options)
        for position in positions
    )
    return Sheet(cassette.path, _summary(cassette), tuple(sections))


def _summary(cassette: Cassette) -> str:
    kind = " ".join(filter(None, (cassette.format, cassette.format_version)))
    if cassette.not_http:
        return f"{kind}, {cassette.not_http}: not readable as HTTP"
    return f"{kind}, {counted(len(cassette.interactions), 'interaction')}"


def _section(
    cassette: Cassette, reading: Reading, earlier: Sequence[Reading], options: ViewOptions
) -> Section:
    interaction, response = reading.interaction, reading.interaction.response
    code = response.status_code
    details = [*_conversation_details(reading), *_fallback(reading, options.view)]
    # Beside the token counts where there is an answer to set them beside.
    if interaction.duration_ms is not None and not _has_answer(reading, options):
        details.append(write_duration(interaction.duration_ms))
    return Section(
        interaction.index,
        safe_line(f"{interaction.request.method} {interaction.request.url or '(no URL)'}"),
        safe_line(" ".join(filter(None, ("" if code is None else str(code), response.reason)))),
        tuple(safe_line(detail) for detail in details),
        tuple(_turns(cassette, reading, earlier, options)),
        failed=code is not None and code >= 400,  # noqa: PLR2004 -- RFC 9110, section 15
    )


def _fallback(reading: Reading, view: View) -> Iterator[str]:
    """Why the interaction is shown as HTTP although another view was asked for."""
    match view:
        case View.TRANSCRIPT if is_joined(reading):
            yield joined_detail(reading)
        case View.TRANSCRIPT if reading.conversation is None:
            yield "no model call, shown as HTTP"
        case View.EVENTS if not reading.response.events:
            yield "no stream of events, shown as HTTP"


def _has_answer(reading: Reading, options: ViewOptions) -> bool:
    if options.view is not View.TRANSCRIPT or not options.response:
        return False
    return reading.conversation is not None and bool(reading.conversation.completion.messages)


def _conversation_details(reading: Reading) -> Iterator[str]:
    conversation = reading.conversation
    if conversation is None:
        return
    yield conversation.dialect
    if model := conversation.completion.model or conversation.prompt.model:
        yield model
    if conversation.streamed:
        yield "streamed" if conversation.complete else "streamed, incomplete"


def _turns(
    cassette: Cassette, reading: Reading, earlier: Sequence[Reading], options: ViewOptions
) -> list[Turn]:
    match options.view:
        case View.TRANSCRIPT if reading.conversation is not None:
            turns = _headers_turns(reading, options) if options.headers else []
            duration = reading.interaction.duration_ms
            before = tuple(_conversations(earlier))
            return turns + transcript_turns(reading.conversation, duration, before, options)
        case View.EVENTS if reading.response.events:
            return [_events_turn(reading, full=options.full)]
        case View.EVENTS:
            return _http_turns(reading, options._replace(view=View.HTTP))
        case View.RAW:
            return [_raw_turn(cassette, reading)]
    return _http_turns(reading, options)


def _conversations(readings: Iterable[Reading]) -> Iterator[tuple[int, Conversation]]:
    for number, reading in enumerate(readings):
        if reading.conversation is not None:
            yield number, reading.conversation


def _headers_turns(reading: Reading, options: ViewOptions) -> list[Turn]:
    return [
        Turn(message.name, (_headers(message.headers),))
        for message in _wanted(reading, options)
        if message.headers
    ]


def _http_turns(reading: Reading, options: ViewOptions) -> list[Turn]:
    with_headers = options.view is View.HTTP or (options.headers and options.view is not View.BODY)
    turns = []
    for message in _wanted(reading, options):
        fragments = [_headers(message.headers)] if message.headers and with_headers else []
        if message.name == "response" and options.view is View.TRANSCRIPT and is_joined(reading):
            fragments += joined_fragments(reading, full=options.full)
        else:
            fragments += body_fragments(message.payload, full=options.full)
        if fragments:
            turns.append(Turn(message.name, tuple(fragments)))
    return turns


def _wanted(reading: Reading, options: ViewOptions) -> Iterator[RecordedMessage]:
    request, response = reading.messages
    if options.request:
        yield request
    if options.response:
        yield response


def body_fragments(payload: Payload, *, full: bool) -> list[Fragment]:
    """A decoded body: JSON pretty-printed, text as it is, anything else by type and size."""
    notes = [Fragment(FragmentKind.NOTE, note) for note in payload.notes]
    if not payload.content:
        return notes
    if isinstance(payload.content, bytes):
        kind = payload.media_type or "binary data"
        return [Fragment(FragmentKind.MEDIA, f"{kind}, {write_size(len(payload.content))}"), *notes]
    if isinstance(payload.value, dict | list):
        value = payload.value if full else elide_json(payload.value)
        return [Fragment(FragmentKind.JSON, safe_json(value, indent=2)), *notes]
    text = payload.content if full else elide_text(payload.content)
    return [Fragment(FragmentKind.TEXT, text), *notes]


def _headers(headers: tuple[Header, ...]) -> Fragment:
    lines = (f"{safe_line(header.name)}: {safe_line(header.value)}" for header in headers)
    return Fragment(FragmentKind.HEADERS, "\n".join(lines))


def _events_turn(reading: Reading, *, full: bool) -> Turn:
    response = reading.response
    fragments = []
    for index, event in enumerate(response.events):
        data = safe_line(event.data if full else elide_text(event.data))
        pieces = [delta.text for delta in reading.deltas(event)]
        title = f"[{index}]" + (f" {safe_line(event.name)}" if event.name else "")
        fragments.append(Fragment(FragmentKind.EVENT, data, title, _spans_of(data, pieces)))
    fragments += [Fragment(FragmentKind.NOTE, note) for note in response.notes]
    return Turn(response.framing or "events", tuple(fragments))


def _spans_of(data: str, pieces: list[str]) -> tuple[tuple[int, int], ...]:
    """Where the pieces stand in the data, as JSON spells them, in order."""
    spans = []
    position = 0
    for piece in pieces:
        spellings = (safe_json(piece)[1:-1], safe_line(piece))
        for spelling in spellings:
            start = data.find(f'"{spelling}"', position)
            if start >= 0:
                spans.append((start + 1, start + 1 + len(spelling)))
                position = start + len(spelling) + 2
                break
    return tuple(spans)


def _raw_turn(cassette: Cassette, reading: Reading) -> Turn:
    node = reading.interaction.sources.get("interaction")
    if node is None:
        return Turn("", (Fragment(FragmentKind.NOTE, "the recorded text is not at hand"),))
    text = cassette.document.text
    start = text.rfind("\n", 0, node.start) + 1
    return Turn("", (Fragment(FragmentKind.TEXT, text[start : node.end].rstrip("\n")),))
