"""What would make a recorded interaction match: what to do about a request that found nothing."""

import shlex
from collections.abc import Iterator

from cassette_cli.misses.nearest import Answer, Candidate
from cassette_cli.misses.sent import PARTS_OF_URL
from cassette_cli.model import header_value
from cassette_cli.recorders.recorder import Compared
from cassette_cli.render.shown_miss import field_name, masked
from cassette_cli.texts.leaf import Kind

_LONGEST = 200


def hints_for(answer: Answer, candidate: Candidate) -> Iterator[str]:
    """What to do so that the request gets this interaction: nothing where it does."""
    recorder = candidate.recorder
    if candidate.played:
        again = f", or set {recorder.repeat_option}" if recorder.repeat_option else ""
        yield f"it was played already: record it again{again}"
    if not candidate.parts:
        return
    yield from _commands(answer, candidate)
    left_out = ", ".join(field_name(part) for part in candidate.parts)
    if recorder.match_option:
        yield f"or leave {left_out} out of what {recorder.name} compares ({recorder.match_option})"


def _commands(answer: Answer, candidate: Candidate) -> Iterator[str]:
    request, index = answer.sent.request, candidate.interaction.index
    edit = f"cassette edit {shlex.quote(candidate.path)} -i {index}"
    if Compared.METHOD in candidate.parts:
        yield f"{edit} --set request.method={shlex.quote(request.method)}"
    if PARTS_OF_URL & {*candidate.parts}:
        yield _set_url(edit, request.url)
    for one in candidate.differs:
        if one.part is Compared.HEADERS:
            yield _set_header(edit, str(one.path[0]), answer)
    if Compared.BODY in candidate.parts:
        yield f"record it again, or {edit} --part request.body"
    elif Compared.CONTENT_LENGTH in candidate.parts:
        yield "send the length of the body: the recorded length is that of another body"


def _set_url(edit: str, url: str) -> str:
    if len(url) > _LONGEST or masked(Kind.URL, "", url) != url:
        return f"{edit} --part request"
    return f"{edit} --set request.url={shlex.quote(url)}"


def _set_header(edit: str, name: str, answer: Answer) -> str:
    value = header_value(answer.sent.request.headers, name)
    if value is None or len(value) > _LONGEST or masked(Kind.HEADER, name, value) != value:
        return f"{edit} --part request, for the header {name}"
    return f"{edit} --set request.headers.{name}={shlex.quote(value)}"
