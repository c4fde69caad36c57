"""A body that its content-type calls JSON is JSON.

A body that begins like JSON and breaks later was cut off or damaged. One that is something else
from the start, such as the `Not Found` of a proxy, is reported as info. A placeholder that VCR
fills in before it plays the recording may stand for a number.

Fails:

    Content-Type: application/json

    {"id": "1", "choices": [

Passes:

    Content-Type: application/json

    {"id": "1", "choices": []}
"""

import json
import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.exchange import Payload
from cassette_cli.finding import Severity
from cassette_cli.json_values import read_json

# Ruby's VCR evaluates templates before it plays them.
_TEMPLATE = "<%"
# `filter_sensitive_data` puts back what it took out: https://benoittgt.github.io/vcr.
_FILLS_PLACEHOLDERS = frozenset(("vcr", "vcr-old", "vcr-r"))
_PLACEHOLDER = re.compile(r"<{1,3}[A-Za-z_][\w .:-]{0,60}>{1,3}")
# JSON lines, JSON sequences: not one value.
_SEVERAL_VALUES = ("ndjson", "jsonl", "json-lines", "jsonlines", "json-seq", "stream+json")


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        for message in reading.messages:
            payload = message.payload
            if not _should_be_json(payload) or not isinstance(payload.content, str):
                continue
            offset = _fault(payload.content)
            if offset is None or _is_json_when_filled(payload.content, context):
                continue
            begins_like_json = payload.content.lstrip()[:1] in ("{", "[")
            yield Problem(
                "the JSON breaks off or breaks here" if begins_like_json else "this is no JSON",
                body_location(context.document, reading, message.name, offset),
                None if begins_like_json else Severity.INFO,
            )


def _should_be_json(payload: Payload) -> bool:
    kind = payload.media_type or ""
    return (
        "json" in kind
        and payload.value is None
        and payload.framing is None
        and not (isinstance(payload.content, str) and _TEMPLATE in payload.content)
        and not any(word in kind for word in _SEVERAL_VALUES)
    )


def _is_json_when_filled(text: str, context: Context) -> bool:
    """Whether a text is JSON once its placeholders are numbers, or parts of one."""
    fills = context.cassette.format in _FILLS_PLACEHOLDERS
    return fills and read_json(_PLACEHOLDER.sub("1", text)) is not None


def _fault(text: str) -> int | None:
    """Where a text stops being JSON; None where it does not, is empty, or holds several values."""
    body = text.removeprefix("\ufeff")
    if not body.strip():
        return None
    try:
        json.loads(body)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and "\n" in body[: error.pos]:
            return None
        return error.pos + len(text) - len(body)
    except (RecursionError, ValueError):
        return None  # nested beyond all reason, or a number of thousands of digits
    return None


CHECK = Check("invalid-json", Severity.ERROR, "JSON bodies are JSON", run)
