"""The output formats of the commands that show recordings."""

from enum import StrEnum


class OutputFormat(StrEnum):
    """`json` is one document, `jsonl` one interaction a line."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"
