"""The output formats that several commands have."""

from enum import StrEnum


class OutputFormat(StrEnum):
    """How recordings are printed: `json` is one document, `jsonl` one interaction a line."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"


class TextMarkdownOrJson(StrEnum):
    """Text for people, Markdown for a comment or a document, one JSON document for programs."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


class TextOrJson(StrEnum):
    """Text for people, one JSON document for programs."""

    TEXT = "text"
    JSON = "json"


class TextOrJsonLines(StrEnum):
    """Text for people; for programs one JSON document, or one JSON object a line."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
