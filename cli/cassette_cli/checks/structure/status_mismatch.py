"""Status code and reason phrase do not contradict each other.

A reason may be any text, or none. It is wrong where it is the phrase of another code, as it is
when the code alone was edited; clients that look at the one and not at the other disagree. Servers
that say `OK` to every success are let through, as info.

Fails:

    status: {code: 404, message: OK}

Passes:

    status: {code: 404, message: Not Found}
    status: {code: 404, message: Resource Not Found}
"""

from collections.abc import Iterator
from http import HTTPStatus

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.document import text_of
from cassette_cli.finding import Severity
from cassette_cli.reading import Reading

# Phrases that HTTP had before, and has for several codes.
_OTHER_PHRASES = {
    302: ("moved temporarily",),
    408: ("request time-out",),
    413: ("payload too large", "request entity too large"),
    414: ("request-uri too long", "request-uri too large"),
    416: ("requested range not satisfiable",),
    422: ("unprocessable content",),
    504: ("gateway time-out",),
}
_CODES = {status.phrase.lower(): int(status) for status in HTTPStatus} | {
    phrase: code for code, phrases in _OTHER_PHRASES.items() for phrase in phrases
}


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        code = reading.interaction.response.status_code
        line = _status_line(reading)
        if code is None or not line:
            continue
        number, _, phrase = line.partition(" ")
        meant = int(number) if _is_code(number) else None
        other = _CODES.get((phrase if meant else line).strip().lower())
        for wrong in (meant, other):
            if wrong is not None and wrong != code:
                alike = wrong != meant and wrong // 100 == code // 100
                yield Problem(
                    f"the status code is {code}, the reason is that of {wrong}",
                    field_location(reading, "response.status_code"),
                    Severity.INFO if alike else None,
                )
                break


def _status_line(reading: Reading) -> str | None:
    """What stands beside the code: a reason, or a status line (`200 OK`)."""
    return text_of(reading.interaction.sources.get("response.reason"))


def _is_code(word: str) -> bool:
    return len(word) == len("200") and word.isascii() and word.isdigit()


CHECK = Check("status-mismatch", Severity.ERROR, "Status code and reason agree", run)
