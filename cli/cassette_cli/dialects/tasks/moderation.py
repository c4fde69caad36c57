"""What a text is held to be: https://platform.openai.com/docs/api-reference/moderations."""

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.matching import posts_to
from cassette_cli.dialects.openai import chat as openai_chat
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, GenericPart, Message, Part, Prompt, Text


def matches(exchange: Exchange) -> bool:
    """By the path of a request."""
    return posts_to(exchange, "/moderations")


def read_request(value: Json) -> Prompt:
    """Texts, blocks of a message, or (Mistral) conversations: a message each."""
    given = at(value, "input")
    return Prompt(
        model=string_at(value, "model"),
        messages=tuple(
            message
            for item in (given if isinstance(given, list) else [given])
            for message in _read_input(item)
        ),
        settings=other_fields(value, ("model", "input")),
    )


def read_response(value: Json) -> Completion:
    """For each input what it was flagged as, and the scores."""
    return Completion(
        id=string_at(value, "id"),
        model=string_at(value, "model"),
        messages=tuple(
            Message("assistant", (_read_result(result),)) for result in objects_at(value, "results")
        ),
        error=read_error(value, "results"),
    )


def _read_input(item: Json) -> tuple[Message, ...]:
    match item:
        case None:
            return ()
        case str(text):
            return (Message("user", (Text(text),)),)
        case list() as conversation:
            return tuple(message for turn in conversation for message in _read_input(turn))
        case {"role": str()}:
            return openai_chat.read_request({"messages": [item]}).messages
    block: Json = {"role": "user", "content": [item]}
    return (Message("user", tuple(openai_chat.read_parts(block))),)


def _read_result(result: dict[str, Json]) -> Part:
    categories = at(result, "categories")
    named = categories if isinstance(categories, dict) else {}
    found: list[Json] = [name for name, flagged in named.items() if flagged is True]
    rest = dict(other_fields(result, ("flagged", "categories")))
    flagged = result.get("flagged", bool(found))
    return GenericPart("moderation", {"flagged": flagged, "categories": found, **rest})


DIALECT = Dialect(
    name="moderation",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=(),
)
