"""What became of a request, as the JSON of `cassette why`."""

from collections.abc import Sequence

from cassette_cli.json_path import write_path
from cassette_cli.json_values import Json
from cassette_cli.misses.causes import Cause, causes
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


def run_json(answers: Sequence[Answer]) -> dict[str, Json]:
    """The answers for all requests of a run, and each cause with the requests that it failed."""
    return {
        "matches": all(one.matches for one in answers),
        "requests": [answer_json(one) for one in answers],
        "causes": [_cause(cause) for cause in causes(answers)],
    }


def _cause(cause: Cause) -> Json:
    differs: list[Json] = [
        {"field": field_name(part), "path": write_path(path) or None}
        for part, path in cause.differs
    ]
    return {"differs": differs, "played": cause.played, "requests": list(cause.requests)}


def _candidate(answer: Answer, candidate: Candidate) -> Json:
    return {
        "path": candidate.path,
        "interaction": candidate.interaction.index,
        "played": candidate.played,
        "differs": [json_of(show(one)) for one in candidate.differs],
        "hint": "; ".join(hints_for(answer, candidate)),
    }
