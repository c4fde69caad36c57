"""How many tokens a prompt has: https://docs.anthropic.com/en/api/messages-count-tokens.

OpenAI, Gemini and Bedrock count what their own calls take; Cohere and vLLM take a text.
"""

import re

from cassette_cli.dialects.anthropic import messages as anthropic_messages
from cassette_cli.dialects.bedrock import converse as bedrock_converse
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.gemini import generate_content as gemini
from cassette_cli.dialects.json_fields import at, first_string, integer_at, other_fields, string_at
from cassette_cli.dialects.matching import is_post
from cassette_cli.dialects.openai import responses as openai_responses
from cassette_cli.dialects.parts import text_message
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, GenericPart, Message, Prompt, Usage

_PATH = re.compile(
    r"/messages/count_tokens$|/responses/input_tokens$|:countTokens$|/count-tokens(:rawPredict)?$"
    r"|/(de)?tokenize$"
)
_MODEL = re.compile(r"/(?:models?)/([^/:]+(?::\d+)?)(?::countTokens|/count-tokens)$")
_COUNTS = ("input_tokens", "inputTokens", "totalTokens", "count")
_ANSWER_FIELDS = (*_COUNTS, "tokens", "text", "prompt")


def matches(exchange: Exchange) -> bool:
    """By the path of a request."""
    posted = is_post(exchange)
    return posted and _PATH.search(exchange.path.rstrip("/")) is not None


def model_in_url(path: str) -> str | None:
    """The model of Gemini and of Bedrock."""
    found = _MODEL.search(path)
    return found[1] if found else None


def read_request(value: Json) -> Prompt:
    """The prompt to count, in the words of the API that would take it."""
    match value:
        case {"generateContentRequest": dict(inner)}:
            return gemini.read_request(inner)
        case {"contents": _}:
            return gemini.read_request(value)
        case {"input": {"converse": dict(inner)}}:
            return bedrock_converse.read_request(inner)
        case {"input": _}:
            return openai_responses.read_request(value)
        case {"messages": _}:
            return anthropic_messages.read_request(value)
    text = first_string(value, "text", "prompt")
    return Prompt(
        model=string_at(value, "model"),
        messages=text_message("user", text),
        settings=other_fields(value, ("model", "text", "prompt")),
    )


def read_response(value: Json) -> Completion:
    """The count, and what else is said of it."""
    tokens = at(value, "tokens")
    counts = (integer_at(value, name) for name in _COUNTS)
    count = next((count for count in counts if count is not None), None)
    if count is None and isinstance(tokens, list):
        count = len(tokens)
    error = read_error(value, *_ANSWER_FIELDS)
    rest = dict(other_fields(value, ("object", "error")))
    return Completion(
        messages=(Message("assistant", (GenericPart("token_count", rest),)),)
        if rest and error is None
        else (),
        usage=None if count is None else Usage(input_tokens=count),
        error=error,
    )


DIALECT = Dialect(
    name="token-count",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=(),
    model_in_url=model_in_url,
)
