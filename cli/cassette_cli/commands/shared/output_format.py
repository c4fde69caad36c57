"""The output formats of the commands that show and compare recordings."""

from enum import StrEnum


class OutputFormat(StrEnum):
    """`json` is one document, `jsonl` one interaction a line."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"


class DiffFormat(StrEnum):
    """How `diff` prints what changed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
