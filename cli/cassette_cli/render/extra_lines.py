"""Sources, verdicts and the like, which providers send beside an answer, as short lines."""

from collections.abc import Iterator

from cassette_cli.json_values import Json
from cassette_cli.render.safe_text import safe_json, safe_line

# The members that people read; all others are for programs, and stand in the JSON alone.
READ_BY_PEOPLE = frozenset(
    (
        # Where an answer has it from.
        *("citations", "annotations", "search_results", "search_queries", "documents", "sources"),
        *("groundingMetadata", "citationMetadata", "urlContextMetadata", "related_questions"),
        *("web_search", "images", "videos"),
        # Why it is not what was asked for.
        *("stop_details", "stop_sequence", "incomplete_details", "promptFeedback"),
        *("finishMessage", "native_finish_reason", "warnings", "is_filtered"),
        # What filters and guardrails found.
        *("content_filter_results", "content_filter_result", "prompt_filter_results"),
        *("safetyRatings", "guardrailAction", "moderations", "trace"),
        # What was done to get it.
        *("context_management", "container", "executed_tools", "tool_plan"),
        *("additionalModelResponseFields",),
    )
)
_NAMES = ("title", "name", "document_name", "file_name", "filename", "document_title")
_PLACES = ("url", "uri", "link", "sourceUri", "cited_text", "text", "snippet")


def extra_lines(value: Json) -> Iterator[str]:
    """A line for each source or finding: its title and address, or its members in short."""
    if isinstance(value, list):
        for item in value:
            yield _line(item)
    else:
        yield _line(value)


def _line(value: Json) -> str:
    if isinstance(value, str):
        return safe_line(value)
    if found := _source(value):
        return safe_line(found)
    return " · ".join(_members(value, ""))


def _source(value: Json) -> str | None:
    """The title and the address of a source, wherever its provider puts them."""
    match value:
        case {"url_citation": dict(inner)} | {"web": dict(inner)} | {"source": dict(inner)}:
            return _source(inner)
        case {"retrievedContext": dict(inner)} | {"file_citation": dict(inner)}:
            return _source(inner)
        case dict():
            names = [next(_strings(value, _NAMES), ""), next(_strings(value, _PLACES), "")]
            return " — ".join(filter(None, names)) if names[1] else None
    return None


def _strings(value: dict[str, Json], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        found = value.get(name)
        if isinstance(found, str) and found:
            yield found


def _members(value: Json, name: str) -> Iterator[str]:
    """Each value with the names that lead to it."""
    match value:
        case dict():
            for key, member in value.items():
                yield from _members(member, f"{name}.{key}" if name else key)
        case list():
            for item in value:
                yield f"{name}: {_line(item)}"
        case _:
            yield safe_line(f"{name}: {value if isinstance(value, str) else safe_json(value)}")
