"""What became of a request, as lines for people: each answer fits on one screen."""

from collections.abc import Iterator, Sequence

from cassette_cli.counted import counted
from cassette_cli.json_path import write_path
from cassette_cli.misses.causes import Cause, causes
from cassette_cli.misses.nearest import Answer, Candidate
from cassette_cli.render.miss_hint import hints_for
from cassette_cli.render.safe_text import safe_line
from cassette_cli.render.shown_miss import Shown, field_name, masked, show
from cassette_cli.texts.leaf import Kind

_MOST_NEAREST = 3
_MOST_DIFFERENCES = 4
_LONGEST_URL = 100
_NOTHING = "(nothing)"


def answer_lines(answer: Answer) -> Iterator[str]:
    """The verdict, what is unknown, and the nearest interactions with all that differs."""
    yield _verdict(answer)
    if answer.unknown:
        names = ", ".join(field_name(part) for part in answer.unknown)
        yield f"note: the message does not say the {names} of the request: taken to be as recorded"
    if answer.nearest and answer.nearest[0].matches:
        return
    for number, candidate in enumerate(answer.nearest[:_MOST_NEAREST]):
        yield ""
        yield from _candidate(answer, candidate, _MOST_DIFFERENCES if number == 0 else 1)
    if len(answer.nearest) > _MOST_NEAREST:
        yield ""
        yield f"{counted(len(answer.nearest) - _MOST_NEAREST, 'more interaction')}, further away"


def run_lines(answers: Sequence[Answer]) -> Iterator[str]:
    """How many requests of a run would match, and each cause with its first request in full."""
    matching = sum(one.matches for one in answers)
    yield f"{counted(len(answers), 'request')}, {matching} would match"
    for cause in causes(answers):
        yield ""
        yield f"{counted(len(cause.requests), 'request')}: {_told(cause)}"
        yield from (f"  {line}".rstrip() for line in answer_lines(answers[cause.requests[0]]))


def _told(cause: Cause) -> str:
    """`body messages[0].content, headers User-Agent`."""
    places = [
        f"{field_name(part)} {safe_line(write_path(path))}".rstrip()
        for part, path in cause.differs[:_MOST_DIFFERENCES]
    ]
    more = len(cause.differs) - len(places)
    if more:
        places.append(f"{more} more")
    if cause.played:
        places.append("played already")
    return ", ".join(places) or "something that the message does not say"


def _verdict(answer: Answer) -> str:
    request = answer.sent.request
    asked = f"{request.method} {_url(request.url)}".strip()
    plays = answer.plays
    if plays is None:
        return f"{answer.recorder} finds nothing to play for {asked}"
    found = f"#{plays.interaction.index} of {safe_line(plays.path)}"
    perhaps = "may play" if answer.unknown else "plays"
    return f"{answer.recorder} {perhaps} {found} for {asked}"


def _candidate(answer: Answer, candidate: Candidate, most: int) -> Iterator[str]:
    request = candidate.interaction.request
    played = ", played already" if candidate.played else ""
    number = f"#{candidate.interaction.index}"
    yield f"{safe_line(candidate.path)} {number} {request.method} {_url(request.url)}{played}"
    for one in candidate.differs[:most]:
        yield from _difference(show(one))
    more = len(candidate.differs) - most
    if more > 0:
        yield f"  and {counted(more, 'more difference')}"
    if most > 1:
        yield from (f"  hint: {safe_line(hint)}" for hint in hints_for(answer, candidate))


def _difference(shown: Shown) -> Iterator[str]:
    place = f" ({shown.place})" if shown.place else ""
    yield f"  {shown.field}{' ' * bool(shown.path)}{safe_line(shown.path)}{place}"
    for label, text in (("recorded", shown.recorded), ("sent", shown.sent)):
        yield f"    {label:<9}{_NOTHING if text is None else safe_line(text)}"


def _url(url: str) -> str:
    shown = safe_line(masked(Kind.URL, "", url))
    return shown if len(shown) <= _LONGEST_URL else f"{shown[:_LONGEST_URL]}…"
