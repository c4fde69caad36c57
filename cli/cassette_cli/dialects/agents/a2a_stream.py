"""Updates of a task, put together as the task that the agent would have returned at once.

https://a2a-protocol.org/latest/specification/
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import Fields, add_item, chunks_of, finish
from cassette_cli.dialects.json_fields import at, objects_at, string_at
from cassette_cli.json_path import JsonPath
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


def result_of(answer: Json) -> Json:
    """What an answer wraps in JSON-RPC; all of it where it is bare."""
    bare = isinstance(answer, dict) and "jsonrpc" not in answer and "result" not in answer
    return answer if bare else at(answer, "result")


def fold(events: Sequence[Event]) -> Fold:
    """Updates into a task; messages of statuses that were overtaken are kept in `updates`."""
    answer: Fields = {}
    task: Fields = {}
    ended = False
    for chunk in chunks_of(events):
        answer |= chunk
        update = unwrap(result_of(chunk))
        kind = update.get("kind")
        if kind in ("task", "message"):
            task |= update
        elif kind == "status-update":
            _add_status(task, update)
        elif kind == "artifact-update":
            _add_artifact(task, update)
        ended = ended or kind == "message" or update.get("final") is True or _is_closed(task)
    return finish(answer | ({"result": task} if task else {}), ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts of artifacts that come in chunks; all other texts are whole."""
    update = unwrap(result_of(event.value))
    if update.get("kind") != "artifact-update" or _is_whole(update):
        return
    name = string_at(update, "artifact", "artifactId") or ""
    path: JsonPath = () if result_of(event.value) is event.value else ("result",)
    wrapped = at(event.value, *path, "artifactUpdate") is not None
    path = (*path, *(("artifactUpdate",) if wrapped else ()), "artifact", "parts")
    for place in range(len(objects_at(event.value, *path))):
        yield from delta_at(event.value, ("text", name), (*path, place, "text"))


def _add_status(task: Fields, update: Fields) -> None:
    message = at(task, "status", "message")
    overtaken = [message] if isinstance(message, dict) else []
    updates: list[Json] = [*objects_at(task, "updates"), *overtaken]
    task |= {"kind": "task", "status": update.get("status"), "updates": updates}
    task.setdefault("id", update.get("taskId"))


def _is_closed(task: Fields) -> bool:
    state = string_at(task, "status", "state")
    return state is not None and state not in _OPEN_STATES


def _is_whole(update: dict[str, Json]) -> bool:
    """Whether an artifact comes in this update alone, and not in several chunks."""
    return update.get("lastChunk") is True and update.get("append") is not True


def _add_artifact(task: Fields, update: Fields) -> None:
    """Put an artifact behind the others, or its parts behind those of its earlier chunks."""
    artifacts = objects_at(task, "artifacts")
    artifact = at(update, "artifact")
    if isinstance(artifact, dict):
        known = [before.get("artifactId") for before in artifacts]
        name = artifact.get("artifactId")
        place = known.index(name) if name in known else len(artifacts)
        before: Fields = artifacts[place] if name in known else {}
        if update.get("append") is not True and before.get("lastChunk") is not False:
            before = {}
        parts = _joined(objects_at(before, "parts"), objects_at(artifact, "parts"))
        last_chunk = update.get("lastChunk") is True
        added = {**before, **artifact, "lastChunk": last_chunk, "parts": parts}
        artifacts[place : place + 1] = [added]
    task |= {"kind": "task", "artifacts": [*artifacts]}


def _joined(parts: list[Fields], more: list[Fields]) -> list[Json]:
    """The parts of two chunks; a text goes on from the one to the other."""
    for part in more[:1]:
        add_item(parts, part)
    return [*parts, *map(dict, more[1:])]
