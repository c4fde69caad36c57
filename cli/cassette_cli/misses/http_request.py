"""A request written as a message of HTTP/1.1 (RFC 9112): request line, header fields, body."""

import re

from cassette_cli.misses.sent import Sent
from cassette_cli.model import Body, Header, Request, header_value

_REQUEST_LINE = re.compile(r"([A-Z]+) (\S+)(?: HTTP/[\d.]+)?\r?\n")
_END_OF_HEAD = re.compile(r"\r?\n\r?\n")


def read_http(text: str) -> Sent | None:
    """The request in a message; None where the text is none.

    A request line that names no scheme is taken to mean https.
    """
    begin = _REQUEST_LINE.match(text.lstrip("\r\n") + "\n")
    if begin is None:
        return None
    head, *rest = _END_OF_HEAD.split(text.lstrip("\r\n"), maxsplit=1)
    headers = []
    for line in head.splitlines()[1:]:
        name, colon, value = line.partition(":")
        if not colon:
            return None
        headers.append(Header(name.strip(), value.strip()))
    target = begin[2]
    host = header_value(tuple(headers), "host")
    if "://" not in target and host is None:
        return None
    url = target if "://" in target else f"https://{host}{target}"
    body = Body(rest[0]) if rest and rest[0] else None
    return Sent(Request(begin[1], url, tuple(headers), body))
