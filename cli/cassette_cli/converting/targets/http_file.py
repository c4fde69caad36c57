"""Requests as an `.http` file, for editors: https://www.jetbrains.com/help/idea/exploring-http-syntax.html."""

import re
from dataclasses import replace

from cassette_cli.converting.lack import DURATIONS, RESPONSES, TIMES, Lack, without_request_body
from cassette_cli.converting.target import Interactions, Target
from cassette_cli.errors import EditError
from cassette_cli.model import Body, Header, Interaction, Request, Response

_SEPARATOR = re.compile(r"^###.*\n", re.MULTILINE)
# Lines that begin a request, run a script or name a file; line ends; variables.
_NOT_LITERAL = re.compile(r"^(?:###|[<>] )|\{\{|\r", re.MULTILINE)


def _is_unfit(content: str | bytes) -> bool:
    return isinstance(content, bytes) or _NOT_LITERAL.search(content) is not None


def _trimmed(interaction: Interaction) -> Interaction:
    match interaction.request.body:
        case Body(str() as text) if text != text.strip("\n"):
            body = Body(text.strip("\n"))
            return replace(interaction, request=replace(interaction.request, body=body))
    return interaction


_LINE_BREAKS_AROUND = Lack("line breaks around request bodies", _trimmed)
_UNFIT = without_request_body(_is_unfit, "request bodies that an .http file cannot spell")


def write(interactions: Interactions) -> str:
    """A block for each request, with its position as its name."""
    return "\n".join(f"### {one.index}\n{_block(one.request)}" for one in interactions)


def read(text: str) -> Interactions:
    """The requests of such a file."""
    return tuple(
        Interaction(index, _request(block), Response(None))
        for index, block in enumerate(_SEPARATOR.split(text)[1:])
    )


def _block(request: Request) -> str:
    lines = [f"{request.method} {request.url}"]
    lines += [f"{header.name}: {header.value}".rstrip() for header in request.headers]
    if request.body and isinstance(request.body.content, str):
        lines += ["", request.body.content]
    return "\n".join(lines) + "\n"


def _request(block: str) -> Request:
    head, _, body = block.partition("\n\n")
    first, *fields = head.rstrip("\n").split("\n")
    method, blank, url = first.partition(" ")
    if not blank or " " in url:
        raise EditError(f"an .http file needs a method and a URL without blanks, not {first!r}")
    headers = tuple(map(_header, fields))
    content = body.rstrip("\n")
    return Request(method, url, headers, Body(content) if content else None)


def _header(field: str) -> Header:
    name, _, value = field.partition(":")
    return Header(name, value.strip())


TARGET = Target(
    "http",
    ".http",
    write,
    lacks=(RESPONSES, DURATIONS, TIMES, _LINE_BREAKS_AROUND, _UNFIT),
    read=read,
    needs_status=False,
)
