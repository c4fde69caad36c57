"""What a recorder will miss after an edit, as lines and as JSON."""

from collections import defaultdict
from collections.abc import Iterator

from cassette_cli.json_values import Json
from cassette_cli.recorders.lost import Losses
from cassette_cli.render.numbers import write_positions
from cassette_cli.render.safe_text import safe_line


def loss_lines(path: str, losses: Losses, verb: str) -> Iterator[str]:
    """A line for what is no longer found, by the reasons, and one for what is answered otherwise.

    `a.yaml: go-vcr will no longer match #0–#1 (URL); #3 (headers, body)`
    """
    name = safe_line(path)
    if losses.unmatched:
        reasons: defaultdict[str, list[int]] = defaultdict(list)
        for one in losses.unmatched:
            reasons[one.reason].append(one.interaction)
        told = "; ".join(f"{write_positions(at)} ({why})" for why, at in reasons.items())
        yield f"{name}: {losses.unmatched[0].recorder} {verb} no longer match {told}"
    if losses.reanswered:
        told = ", ".join(f"#{one.interaction} from #{one.answered_by}" for one in losses.reanswered)
        yield f"{name}: {losses.reanswered[0].recorder} {verb} answer {told}"


def losses_json(losses: Losses) -> dict[str, Json]:
    """The members `unmatched` and, where there are any, `reanswered` of a file."""
    members: dict[str, Json] = {
        "unmatched": [
            {"interaction": one.interaction, "recorder": one.recorder, "reason": one.reason}
            for one in losses.unmatched
        ]
    }
    if losses.reanswered:
        members["reanswered"] = [
            {
                "interaction": one.interaction,
                "recorder": one.recorder,
                "answered_by": one.answered_by,
            }
            for one in losses.reanswered
        ]
    return members
