"""Recorded lengths are those of the recorded bodies, in bytes.

go-vcr compares `content_length` of a request when it looks for the interaction to play, and hands
that of a response on to the client; both go wrong after a body was edited. A Content-Length header
is what the server sent: recorders do not look at it, so there it is reported as info. So is the
length of a response that has placeholders in it: a hook that takes secrets out leaves the length,
and Go's client reads the body to its end.

Fails:

    content_length: 20
    body: '{"a": 1}'

Passes:

    content_length: 8
    body: '{"a": 1}'
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location, header_location
from cassette_cli.document import Intent, Scalar, SetLiteral, SetValue, integer_of, is_binary
from cassette_cli.finding import Severity
from cassette_cli.model import Body, Header, Structured
from cassette_cli.reading import Reading, RecordedMessage
from cassette_cli.redaction.placeholders import has_placeholder

_NUMBER = re.compile("[0-9]{1,18}")
_BODYLESS_STATUS = (204, 304)


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        request, response = reading.messages
        yield from _problems(reading, request)
        # The answer to HEAD tells the length of a body that is not sent.
        recorded = reading.interaction
        is_sent = recorded.response.status_code not in _BODYLESS_STATUS
        if recorded.request.method != "HEAD" and is_sent:
            yield from _problems(reading, response)


def _problems(reading: Reading, message: RecordedMessage) -> Iterator[Problem]:
    length = _length(message.body)
    field = reading.interaction.sources.get(f"{message.name}.content_length")
    number = integer_of(field)
    if length is None:
        return
    if isinstance(field, Scalar) and number is not None and number >= 0:
        if number != length:
            yield Problem(
                _message(number, length),
                field_location(reading, f"{message.name}.content_length"),
                _severity(message, number),
                _fix(field, length),
            )
        return
    for header in message.headers:
        if header.name.lower() == "content-length" and _is_wrong(header, length):
            yield Problem(
                _message(int(header.value), length),
                header_location(reading, message.name, header),
                Severity.INFO,
                _fix(header.source, length),
            )


def _length(body: Body | None) -> int | None:
    match body:
        case Body(content=str(text)):
            return len(text if text.isascii() else text.encode("utf-8", "surrogatepass"))
        case Body(content=bytes(data)):
            return len(data)
        case Body(content=Structured()):
            return None
    return None


def _is_wrong(header: Header, length: int) -> bool:
    return _NUMBER.fullmatch(header.value.strip()) is not None and int(header.value) != length


def _message(recorded: int, length: int) -> str:
    return f"the recorded length is {recorded}, the body has {length} bytes"


def _severity(message: RecordedMessage, number: int) -> Severity:
    content = message.body.content if message.body else ""
    # YAML turns CRLF in a block into LF, and the length still counts both.
    if isinstance(content, str) and number == _length(Body(content.replace("\n", "\r\n"))):
        return Severity.INFO
    if message.name == "request":
        return Severity.ERROR
    is_sanitised = isinstance(content, str) and has_placeholder(content)
    return Severity.INFO if is_sanitised else Severity.WARNING


def _fix(node: object, length: int) -> tuple[Intent, ...]:
    if not isinstance(node, Scalar) or is_binary(node):
        return ()
    if node.style:
        return (SetValue(node, str(length)),)
    return (SetLiteral(node, str(length)),)


CHECK = Check("content-length", Severity.ERROR, "Recorded lengths are true", run, fixable=True)
