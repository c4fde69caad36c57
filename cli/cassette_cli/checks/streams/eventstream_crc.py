"""The checksums of an AWS event stream are right.

Clients check them, and refuse a frame that was edited without computing them anew.

Fails: a frame whose last four bytes are not the CRC-32 of those before.

Passes: a frame as it came from AWS, or as `cassette edit` writes it.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.finding import Severity
from cassette_cli.streams.aws_event_stream import FRAMING
from cassette_cli.streams.aws_frames import WRONG_CHECKSUM, frames


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        response = reading.response
        if response.framing != FRAMING.name or not isinstance(response.content, bytes):
            continue
        for index, frame in enumerate(frames(response.content)):
            if frame.fault == WRONG_CHECKSUM:
                location = body_location(context.document, reading, "response", frame.span.start)
                yield Problem(f"the checksum of frame {index} is wrong", location)


CHECK = Check("eventstream-crc", Severity.ERROR, "Checksums of AWS event streams are right", run)
