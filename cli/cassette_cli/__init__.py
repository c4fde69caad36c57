"""Read, redact, validate, compare and edit recorded HTTP interactions (cassettes).

    import cassette_cli as cassette

    for interaction in cassette.load("tests/cassettes/chat.yaml").interactions:
        print(interaction.request.url, interaction.response.status_code)

The names in `__all__` are public, and docs/python.md describes them. Everything else in this
package, its modules included, is private and may change in any release.
"""

from typing import TYPE_CHECKING

__all__ = [
    "Blob",
    "Body",
    "Cassette",
    "CassetteError",
    "Change",
    "Completion",
    "Conversation",
    "Event",
    "Finding",
    "GenericPart",
    "Interaction",
    "Json",
    "Message",
    "Part",
    "Place",
    "Prompt",
    "Reasoning",
    "Redaction",
    "Refusal",
    "Request",
    "Response",
    "SecretFinding",
    "ServerToolCall",
    "ServerToolResult",
    "Severity",
    "Text",
    "ToolCall",
    "ToolDefinition",
    "ToolResult",
    "Unmatched",
    "Uri",
    "Usage",
    "__version__",
    "diff",
    "edit",
    "load",
    "loads",
    "redact",
    "validate",
]

if TYPE_CHECKING:
    from cassette_cli.api import (
        Blob,
        Body,
        Cassette,
        CassetteError,
        Change,
        Completion,
        Conversation,
        Event,
        Finding,
        GenericPart,
        Interaction,
        Json,
        Message,
        Part,
        Place,
        Prompt,
        Reasoning,
        Redaction,
        Refusal,
        Request,
        Response,
        SecretFinding,
        ServerToolCall,
        ServerToolResult,
        Severity,
        Text,
        ToolCall,
        ToolDefinition,
        ToolResult,
        Unmatched,
        Uri,
        Usage,
        __version__,
        diff,
        edit,
        load,
        loads,
        redact,
        validate,
    )
else:

    def __getattr__(name: str) -> object:
        """A public name, imported when it is asked for: `cassette --version` needs none of them."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 -- on use, as what it imports

        return getattr(import_module("cassette_cli.api"), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
