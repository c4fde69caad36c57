"""The changes of an interaction in the order of the conversation, each at its turn."""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from cassette_cli.comparing.change import Change, ChangeKind
from cassette_cli.comparing.file_diff import InteractionPair, TurnPath

# A change, and whose turn it is in.
Labelled: TypeAlias = tuple[Change, str]

_MESSAGE = re.compile(r"prompt\.messages\[(\d+)\]")
_PART = re.compile(r"\.parts\[(\d+)\]")


class Placed(NamedTuple):
    """Changes of no turn, and turns in order, each with its changes; None for removed messages."""

    loose: list[Labelled]
    turns: list[tuple[TurnPath | None, list[Labelled]]]


def placed_changes(pair: InteractionPair, changes: Sequence[Change]) -> Placed:
    """Put each change to its turn; what was removed stands where it stood."""
    removed = [change for change in changes if change.kind is ChangeKind.REMOVED]
    behind = _places_of_removed(removed, changes)
    rest = [change for change in changes if change.path not in behind or change not in removed]
    turns: list[tuple[TurnPath | None, list[Labelled]]] = []
    taken: set[int] = set()
    waiting = sorted(
        (change for change in removed if change.path in behind), key=lambda one: behind[one.path]
    )
    number = 0
    for turn in pair.turns:
        is_message = turn.path.startswith("prompt.messages[")
        while waiting and (
            (is_message and behind[waiting[0].path] <= number)
            or turn.path.startswith("completion.")
        ):
            gone = waiting.pop(0)
            turns.append((None, [(gone, _label(gone, pair.turns_before))]))
        number += is_message
        here = [
            place
            for place, change in enumerate(rest)
            if place not in taken and _is_in(change.path, turn.path)
        ]
        taken.update(here)
        turns.append((turn, [(rest[place], _labelled(turn, rest[place])) for place in here]))
    turns += [(None, [(gone, _label(gone, pair.turns_before))]) for gone in waiting]
    loose = [(change, "") for place, change in enumerate(rest) if place not in taken]
    return Placed(loose, turns)


def _places_of_removed(removed: Sequence[Change], changes: Sequence[Change]) -> dict[str, int]:
    """Before which message of the later prompt each removed one stood."""
    gone = {int(m[1]) for change in removed if (m := _MESSAGE.fullmatch(change.path))}
    come = {
        int(m[1])
        for change in changes
        if change.kind is ChangeKind.ADDED and (m := _MESSAGE.fullmatch(change.path))
    }
    places: dict[str, int] = {}
    for change in removed:
        if found := _MESSAGE.match(change.path):
            place = int(found[1])
            whole = place in gone
            kept = place - sum(other < place for other in gone) + (not whole)
            places[change.path] = _position_of(kept, come)
    return places


def _position_of(kept: int, come: set[int]) -> int:
    """The position in the later prompt behind so many messages that both prompts have."""
    position = 0
    while kept:
        kept -= position not in come
        position += 1
    return position


def _is_in(path: str, turn: str) -> bool:
    return path == turn or path.startswith((f"{turn}.", f"{turn}["))


def _label(change: Change, turns: Sequence[TurnPath]) -> str:
    turn = next((turn for turn in turns if _is_in(change.path, turn.path)), None)
    return "" if turn is None else _labelled(turn, change)


def _labelled(turn: TurnPath, change: Change) -> str:
    found = _PART.match(change.path[len(turn.path) :])
    place = int(found[1]) if found else -1
    return turn.label + (turn.parts[place] if 0 <= place < len(turn.parts) else "")
