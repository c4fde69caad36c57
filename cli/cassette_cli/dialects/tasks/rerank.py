"""Documents in the order of their relevance: https://docs.cohere.com/reference/rerank; also Voyage,
Jina and Hugging Face.
"""

from collections.abc import Iterator

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import at, first_string, other_fields, string_at
from cassette_cli.dialects.matching import posts_to
from cassette_cli.dialects.parts import text_message, unknown_part
from cassette_cli.dialects.usage import usage_if_counted
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, GenericPart, Message, Part, Prompt, Text

_DOCUMENT_FIELDS = ("documents", "texts", "inputs")
_PROMPT_FIELDS = ("model", "model_id", "query", *_DOCUMENT_FIELDS)
_ANSWER_FIELDS = ("results", "data")


def matches(exchange: Exchange) -> bool:
    """By the path of a request."""
    return posts_to(exchange, "/rerank")


def read_request(value: Json) -> Prompt:
    """The query, and the documents in one message."""
    lists = (at(value, name) for name in _DOCUMENT_FIELDS)
    documents = next((found for found in lists if isinstance(found, list)), [])
    query = string_at(value, "query")
    parts = tuple(_read(documents))
    return Prompt(
        model=first_string(value, "model", "model_id"),
        messages=(
            *text_message("user", query),
            *((Message("documents", parts),) if parts else ()),
        ),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """The ranking, as it was given."""
    ranking = value if isinstance(value, list) else at(value, "results") or at(value, "data")
    return Completion(
        id=string_at(value, "id"),
        model=string_at(value, "model"),
        messages=(Message("assistant", (GenericPart("ranking", ranking),)),) if ranking else (),
        usage=usage_if_counted(
            value, input_tokens="meta.billed_units.input_tokens", total_tokens="usage.total_tokens"
        ),
        error=read_error(value, *_ANSWER_FIELDS),
    )


def _read(documents: list[Json]) -> Iterator[Part]:
    for document in documents:
        text = document if isinstance(document, str) else string_at(document, "text")
        yield unknown_part(document) if text is None else Text(text)


DIALECT = Dialect(
    name="rerank",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=(),
)
