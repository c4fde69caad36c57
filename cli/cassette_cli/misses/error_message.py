"""The request that the message of a recorder names when it found nothing to play.

vcrpy: https://github.com/kevin1024/vcrpy/blob/master/vcr/errors.py,
go-vcr: https://github.com/dnaeon/go-vcr/blob/v4/pkg/cassette/cassette.go,
VCR: https://github.com/vcr/vcr/blob/master/lib/vcr/errors.rb,
nock: https://github.com/nock/nock/blob/main/lib/intercepted_request_router.js,
betamax: https://github.com/betamaxpy/betamax/blob/main/src/betamax/adapter.py.
"""

import re

from cassette_cli.json_values import Json, read_json
from cassette_cli.misses.json_request import read_json_requests
from cassette_cli.misses.sent import Sent
from cassette_cli.model import Body, Request
from cassette_cli.recorders.recorder import Compared

_METHOD_AND_URL = re.compile(r"^\s*(?P<method>[A-Z]+) (?P<url>[a-z]+://\S+)\s*$", re.MULTILINE)
_BODY = re.compile(r"^ +body: (.*)$", re.MULTILINE)
_OLD_VCRPY = re.compile(r"<Request \((?P<method>[A-Z]+)\) (?P<url>\S+)>")
_GO = re.compile(r'(?P<method>\w+) "(?P<url>[^"\s]+)": .*requested interaction not found')
_BETAMAX = re.compile(r"A request was made to (?P<url>\S+) that could not be found")
_NOCK = re.compile(r"Nock: No match for request (\{.*\})", re.DOTALL)
_NOCK_HOST = re.compile(r'Nock: Disallowed net connect for "([^"\s]+)"')
_MATCH_ON = re.compile(
    r"match_on: (?P<vcrpy>[\w, ]+)|:match_requests_on => \[(?P<vcr>[^\]]*)\]"
    r"|match_options \{(?P<betamax>[^}]*)\}"
)
_NAME = re.compile(r"[\w-]+")
_NO_HEAD_OR_BODY = frozenset((Compared.HEADERS, Compared.BODY, Compared.CONTENT_LENGTH))
_NO_METHOD = _NO_HEAD_OR_BODY | {Compared.METHOD}


def read_error_message(text: str) -> Sent | None:
    """The request in such a message, and what that lacks; None where there is no such message."""
    return _nock(text) or _betamax(text) or _go(text) or _vcr(text)


def _nock(text: str) -> Sent | None:
    if found := _NOCK.search(text):
        sent = read_json_requests(found[1])
        return sent[0] if sent else None
    if found := _NOCK_HOST.search(text):
        return Sent(Request("", f"https://{found[1]}"), _NO_METHOD | {Compared.SCHEME})
    return None


def _betamax(text: str) -> Sent | None:
    found = _BETAMAX.search(text)
    return Sent(Request("", found["url"]), _NO_METHOD, _match_on(text)) if found else None


def _go(text: str) -> Sent | None:
    found = _GO.search(text)
    if found is None:
        return None
    return Sent(Request(found["method"].upper(), found["url"]), _NO_HEAD_OR_BODY)


def _vcr(text: str) -> Sent | None:
    """What vcrpy and VCR say: a line of method and URL, and perhaps one with the body."""
    found = _OLD_VCRPY.search(text) or _METHOD_AND_URL.search(text)
    if found is None:
        return None
    body = _BODY.search(text, found.end())
    whole = body is not None and _is_whole(body[1])
    lacks = _NO_HEAD_OR_BODY - ({Compared.BODY} if whole else frozenset())
    content = Body(body[1]) if body is not None and whole else None
    return Sent(Request(found["method"], found["url"], (), content), lacks, _match_on(text))


def _is_whole(body: str) -> bool:
    """Whether a body was not cut short: JSON that was is no JSON."""
    value: Json = read_json(body)
    return value is not None or not body.startswith(("{", "["))


def _match_on(text: str) -> tuple[str, ...]:
    found = _MATCH_ON.search(text)
    return tuple(_NAME.findall(found[found.lastgroup or 0])) if found else ()
