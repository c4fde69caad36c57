"""A stream that no dialect claims, made readable: its texts, each joined by its path."""

import re
from collections.abc import Iterator

from cassette_cli.counted import counted
from cassette_cli.json_path import write_path
from cassette_cli.reading import Reading
from cassette_cli.render.elide import elide_text
from cassette_cli.render.safe_text import safe_line
from cassette_cli.render.sheet import Fragment, FragmentKind
from cassette_cli.texts.channels import Channel, channels_of, deltas_by_path

# Names of what is new in each event and says nothing: ids and times.
_SILENT = re.compile(r"id|.*(_id|Id|_at|At)|created|ts|.*([tT]ime|_time)(stamp)?", re.DOTALL)
# Lines of JSON are records more often than pieces of a text.
_RECORDS = "ndjson"


def is_joined(reading: Reading) -> bool:
    """Whether the answer is a stream that no dialect claims: it can be read by its paths alone."""
    response = reading.response
    return (
        response.framing not in (None, _RECORDS)
        and len(response.events) > 1
        and reading.dialect is None
    )


def joined_detail(reading: Reading) -> str:
    """What is said of such an interaction in the place of a dialect."""
    return f"stream of {counted(len(reading.response.events), 'event')}, read without a dialect"


def joined_fragments(reading: Reading, *, full: bool) -> Iterator[Fragment]:
    """A text for each path; where all events say the same, it is said once."""
    for channel in channels_of(reading.response.events, deltas_by_path):
        if (text := _text_of(channel)) is not None:
            path = channel.pieces[0].delta.path
            title = f"{safe_line(write_path(path)) or 'data'}:"
            yield Fragment(FragmentKind.EVENT, text if full else elide_text(text), title)
    for note in reading.response.notes:
        yield Fragment(FragmentKind.NOTE, note)


def _text_of(channel: Channel) -> str | None:
    texts = {piece.delta.text for piece in channel.pieces}
    if len(texts) == 1:
        return channel.pieces[0].delta.text
    return None if _SILENT.fullmatch(channel.name) else channel.text
