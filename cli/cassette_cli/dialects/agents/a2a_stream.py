"""Updates of a task, put together as the task that the agent would have returned at once.

https://a2a-protocol.org/latest/specification/
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.json_fields import (at, objects_at, string_at)
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# Version 1 wraps a result in an object of one key, where version 0.3 has a field `kind`.
_KINDS = {
    "task": "task",
    "message": "message",
    "statusUpdate": "status-update",
    "artifactUpdate": "artifact-update",
}
# States in which a task goes on without the client.
_OPEN_STATES = frozenset(("submitted", "working", "TASK_STATE_SUBMITTED", "TASK_STATE_WORKING"))


def unwrap(result: Json) -> dict[str, Json]:
    """A result with its kind, whichever version of the protocol it is of; {} for what is none."""
    if not isinstance(result, dict):
        return {}
    if string_at(result, "kind") is not None:
        return result
    for name, kind in _KINDS.items():
        if isinstance(inner := result.get(name), dict):
            return {**inner, "kind": kind}
    # The tasks of version 1 stand bare in answers about tasks.
    return {**result, "kind": "task"} if "status" in result else result


def fold(events: Sequence[Event]) -> Fold:
    """Updates into a task; messages of statuses that were overtaken are kept in `updates`."""
    answer: dict[str, Json] = {}
    task: dict[str, Json] = {}
    ended = False
    for event in events:
        answer |= event.value if isinstance(event.value, dict) else {}
        update = unwrap(at(event.value, "result"))
        match update.get("kind"):
            case "artifact-update":
                artifacts = _add_artifact(objects_at(task, "artifacts"), update)
                task |= {"kind": "task", "artifacts": artifacts}
            case "status-update":
                overtaken = _message_of(task)
                updates = [*objects_at(task, "updates"), *overtaken]
                task |= {"kind": "task", "status": update.get("status"), "updates": updates}
                task.setdefault("id", update.get("taskId"))
            case "task" | "message":
                task |= update
        state = string_at(task, "status", "state")
        closed = state is not None and state not in _OPEN_STATES
        ended = ended or closed or update.get("kind") == "message" or update.get("final") is True
    return Fold({**answer, "result": task} if task else answer, complete=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts of artifacts that come in chunks; all other texts are whole."""
    update = unwrap(at(event.value, "result"))
    if update.get("kind") != "artifact-update" or _is_whole(update):
        return
    name = string_at(update, "artifact", "artifactId") or ""
    wrapped = at(event.value, "result", "artifactUpdate") is not None
    path = ("result", "artifactUpdate") if wrapped else ("result",)
    for place, part in enumerate(objects_at(update, "artifact", "parts")):
        if text := string_at(part, "text"):
            yield Delta(("text", name), (*path, "artifact", "parts", place, "text"), text)


def _message_of(task: dict[str, Json]) -> list[Json]:
    message = at(task, "status", "message")
    return [message] if isinstance(message, dict) else []


def _is_whole(update: dict[str, Json]) -> bool:
    """Whether an artifact comes in this update alone, and not in several chunks."""
    return update.get("lastChunk") is True and update.get("append") is not True


def _add_artifact(artifacts: list[dict[str, Json]], update: dict[str, Json]) -> list[Json]:
    artifact = at(update, "artifact")
    if not isinstance(artifact, dict):
        return [*artifacts]
    added = {**artifact, "lastChunk": update.get("lastChunk") is True}
    names = [before.get("artifactId") for before in artifacts]
    if artifact.get("artifactId") not in names:
        return [*artifacts, added]
    place = names.index(artifact.get("artifactId"))
    before = artifacts[place]
    if update.get("append") is True or not before["lastChunk"]:
        parts = _add_parts(objects_at(before, "parts"), objects_at(artifact, "parts"))
        added = {**before, **added, "parts": parts}
    return [*artifacts[:place], added, *artifacts[place + 1 :]]


def _add_parts(parts: list[dict[str, Json]], more: list[dict[str, Json]]) -> list[Json]:
    match parts[-1:], more[:1]:
        case [{"text": str(before)}], [{"text": str(text)}]:
            return [*parts[:-1], {**parts[-1], "text": before + text}, *more[1:]]
    return [*parts, *more]
