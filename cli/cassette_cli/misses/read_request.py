"""What a user has of a request that found nothing: JSON, HAR, curl, HTTP, or an error message."""

from cassette_cli.errors import CassetteError
from cassette_cli.misses.curl_request import read_curl
from cassette_cli.misses.error_message import read_error_message
from cassette_cli.misses.http_request import read_http
from cassette_cli.misses.json_request import read_json_requests
from cassette_cli.misses.sent import Sent


def read_requests(text: str, name: str) -> tuple[Sent, ...]:
    """The requests in a text, at least one. Raises CassetteError where there is none."""
    sent = read_json_requests(text)
    if sent:
        return sent
    for read in (read_curl, read_http, read_error_message):
        one = read(text)
        if one is not None:
            return (one,)
    raise CassetteError(
        "no request found in it",
        where=name,
        hint="give a request as JSON, HAR, curl or HTTP, or the message of the recorder",
    )
