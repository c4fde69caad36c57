r"""Text was not decoded as Latin-1 where it is UTF-8.

Some recorders wrote bytes as characters: `\xf0\x9f\x98\x80` instead of an emoji. On replay the
client gets eight bytes for four, and shows other characters than the server sent.

Fails:

    string: "{\"text\": \"na\xc3\xafve \xf0\x9f\x98\x80\"}"

Passes:

    string: "{\"text\": \"na\u00efve \U0001F600\"}"
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.exchange import Payload
from cassette_cli.finding import Severity

_CONTROL = re.compile("[\x80-\x9f]")
_TEXT = re.compile("text|json|xml|javascript|form")
# UTF-8 of two to four bytes as characters, one of them a C1 control: those stand in no real text.
_MANGLED = re.compile(
    "[\xc2-\xdf][\x80-\x9f]"
    "|[\xe0-\xef](?:[\x80-\x9f][\x80-\xbf]|[\xa0-\xbf][\x80-\x9f])"
    "|[\xf0-\xf4](?=[\xa0-\xbf]{0,2}[\x80-\x9f])[\x80-\xbf]{3}"
)


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        for message in reading.messages:
            content = message.payload.content
            if isinstance(content, bytes) or content.isascii() or not _is_text(message.payload):
                continue
            # Looking for a control first takes a fifth of the time, and nearly no text has one.
            if _CONTROL.search(content) and (found := _MANGLED.search(content)):
                yield Problem(
                    "UTF-8 that was read as Latin-1 begins here",
                    body_location(context.document, reading, message.name, found.start()),
                )


def _is_text(payload: Payload) -> bool:
    """Bytes of an image may be kept as characters on purpose."""
    return _TEXT.search(payload.media_type or "text") is not None


CHECK = Check("mangled-text", Severity.WARNING, "UTF-8 was read as UTF-8", run)
