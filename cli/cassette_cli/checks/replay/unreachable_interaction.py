"""Every interaction can be reached when the recording is played.

Most recorders play each interaction once, so that the same request may be recorded several times.
php-vcr plays the first that matches, and tells equal requests apart by their `index` alone
(https://github.com/php-vcr/php-vcr/pull/270): of two with the same one, the second is never played.

Reported:

    - {index: 0, request: {method: GET, url: "https://example.org/"}}
    - {index: 0, request: {method: GET, url: "https://example.org/"}}

Passes:

    - {index: 0, request: {method: GET, url: "https://example.org/"}}
    - {index: 1, request: {method: GET, url: "https://example.org/"}}
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.document import text_of
from cassette_cli.finding import Severity
from cassette_cli.formats.php_vcr import NAME as PHP_VCR
from cassette_cli.model import Interaction

_FIRST_INDEX = "0"


def run(context: Context) -> Iterator[Problem]:
    if context.cassette.format != PHP_VCR:
        return
    # Keys hold whole bodies, which may be data: they are compared, not hashed.
    seen: list[tuple[object, ...]] = []
    for reading in context.readings:
        key = _key(reading.interaction)
        if key in seen:
            yield Problem(
                "an earlier interaction with the same request is played instead",
                field_location(reading, "interaction"),
            )
        else:
            seen.append(key)


def _key(interaction: Interaction) -> tuple[object, ...]:
    """What the recorder compares by default."""
    request = interaction.request
    return (
        text_of(interaction.sources.get("index")) or _FIRST_INDEX,
        request.method,
        request.url,
        sorted((header.name.lower(), header.value) for header in request.headers),
        request.body,
    )


CHECK = Check("unreachable-interaction", Severity.INFO, "Every interaction can be played", run)
