"""What `cassette grep` found, a line each: `chat.yaml:26:41: #0 answer: text`."""

from cassette_cli.render.safe_text import safe_line
from cassette_cli.searching.matches import Match
from cassette_cli.searching.part_of_call import PartOfCall


def match_line(path: str, match: Match) -> str:
    """A match on one line, with nothing left out."""
    place = match.place
    position = f"{safe_line(path)}:{place.line}:{place.column}"
    return f"{position}: #{place.interaction} {place_name(match)}: {safe_line(match.line.text)}"


def place_name(match: Match) -> str:
    """What people call the place: the part of the conversation, else its location."""
    if match.part in (PartOfCall.HEADERS, PartOfCall.BODY):
        return safe_line(match.place.location)
    return match.part.value
