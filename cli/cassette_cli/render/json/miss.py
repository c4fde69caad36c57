"""What became of a request, as the JSON of `cassette why`."""

from cassette_cli.json_values import Json
from cassette_cli.misses.nearest import Answer, Candidate
from cassette_cli.render.miss_hint import hints_for
from cassette_cli.render.shown_miss import field_name, json_of, show

MOST_NEAREST = 3


def answer_json(answer: Answer) -> dict[str, Json]:
    """Whether a request gets an answer, from which interaction, and the nearest ones."""
    plays = answer.plays
    members: dict[str, Json] = {
        "matches": answer.matches,
        "recorder": answer.recorder,
        "plays": None if plays is None else plays.interaction.index,
    }
    if answer.unknown:
        members["unknown"] = [field_name(part) for part in answer.unknown]
    nearest: list[Json] = [_candidate(answer, one) for one in answer.nearest[:MOST_NEAREST]]
    return {**members, "nearest": nearest}


def _candidate(answer: Answer, candidate: Candidate) -> Json:
    return {
        "path": candidate.path,
        "interaction": candidate.interaction.index,
        "played": candidate.played,
        "differs": [json_of(show(one)) for one in candidate.differs],
        "hint": "; ".join(hints_for(answer, candidate)),
    }
