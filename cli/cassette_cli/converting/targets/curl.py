"""Requests as curl commands for a POSIX shell: https://curl.se/docs/manpage.html.

Everything stands in single quotes, where a shell expands nothing.
"""

import shlex
from dataclasses import replace

from cassette_cli.converting.lack import BINARY_REQUEST_BODIES, DURATIONS, RESPONSES, TIMES
from cassette_cli.converting.target import Interactions, Target
from cassette_cli.model import Body, Header, Interaction, Request, Response

_CONTINUED = " \\\n  "


def write(interactions: Interactions) -> str:
    """A command for each request, with its position as a comment."""
    commands = (f"# {one.index}\n{_CONTINUED.join(_words(one.request))}\n" for one in interactions)
    return "\n".join(commands)


def read(text: str) -> Interactions:
    """The requests of such commands."""
    words = iter(shlex.split(text, comments=True))
    requests: list[Request] = []
    for word in words:
        match word:
            case "curl":
                _, method, url = next(words), next(words), next(words)
                requests.append(Request(method, url))
            case "--header":
                headers = (*requests[-1].headers, _header(next(words)))
                requests[-1] = replace(requests[-1], headers=headers)
            case "--data-raw":
                requests[-1] = replace(requests[-1], body=Body(next(words)))
    return tuple(
        Interaction(index, request, Response(None)) for index, request in enumerate(requests)
    )


def _words(request: Request) -> list[str]:
    words = [f"curl --request {_quoted(request.method)} {_quoted(request.url)}"]
    for header in request.headers:
        # A header without a value ends in a semicolon; with a colon, curl would leave it out.
        field = f"{header.name}: {header.value}" if header.value else f"{header.name};"
        words.append("--header " + _quoted(field))
    if request.body and isinstance(request.body.content, str):
        words.append("--data-raw " + _quoted(request.body.content))
    return words


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _header(field: str) -> Header:
    name, colon, value = field.partition(": ")
    return Header(name, value) if colon else Header(field.removesuffix(";"), "")


TARGET = Target(
    "curl",
    ".sh",
    write,
    lacks=(RESPONSES, DURATIONS, TIMES, BINARY_REQUEST_BODIES),
    read=read,
    needs_status=False,
)
