"""Embeddings of OpenAI, Gemini and Vertex, Cohere, Ollama, watsonx, Voyage and Hugging Face.

https://platform.openai.com/docs/api-reference/embeddings
"""

import re
from base64 import b64decode
from collections.abc import Iterator

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import (
    at,
    first_string,
    integer_at,
    objects_at,
    other_fields,
    string_at,
)
from cassette_cli.dialects.matching import is_post
from cassette_cli.dialects.parts import read_media, unknown_part
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Text,
    Usage,
)

_PATH = re.compile(
    r"embeddings/?$|/embed/?$|:(batchEmbedContents|embedContent)$|/feature-extraction(/|$)"
)
_VERTEX_PATH = re.compile(r"/models/[^/:]+:predict$")
_MODEL = re.compile(r"/(?:models|deployments)/([^/:]+)[:/]")
# What is to be embedded, whichever API: a text, tokens, blocks, or a list of these.
_INPUT_FIELDS = ("input", "inputs", "prompt", "texts", "images", "content", "instances", "requests")
_TEXT_FIELDS = ("text", "content", "parts", "input")
# Where vectors stand in an answer, from the outside in.
_VECTOR_FIELDS = (
    *("data", "results", "predictions", "embeddings", "embedding", "values", "textEmbedding"),
    *("imageEmbedding", "float", "int8", "uint8", "binary", "ubinary", "base64"),
)
_INPUT_TOKENS = (
    ("usage", "prompt_tokens"),
    ("usage", "total_tokens"),
    ("usageMetadata", "promptTokenCount"),
    ("meta", "billed_units", "input_tokens"),
    ("prompt_eval_count",),
    ("input_token_count",),
)


def matches(exchange: Exchange) -> bool:
    """By the path and a request that has something to embed, or by an answer of vectors."""
    if not is_post(exchange):
        return False
    first = exchange.response.first_value
    if string_at(first, "data", 0, "object") == "embedding":
        return True
    if _VERTEX_PATH.search(exchange.path):
        return at(first, "predictions", 0, "embeddings") is not None or (
            "embedding" in (model_in_url(exchange.path) or "")
        )
    asked = exchange.request.value
    known = any(at(asked, name) is not None for name in _INPUT_FIELDS)
    if known and exchange.path.startswith("/models/") and _is_bare_vector(first):
        return True
    return _PATH.search(exchange.path) is not None and (known or asked is None)


def _is_bare_vector(value: Json) -> bool:
    """Whether an answer is numbers in lists alone, as Hugging Face extracts features."""
    while isinstance(value, list) and value:
        value = value[0]
    return isinstance(value, float)


def model_in_url(path: str) -> str | None:
    """The model of Gemini, the deployment of Azure."""
    found = _MODEL.search(path)
    return found[1] if found else None


def read_request(value: Json) -> Prompt:
    """What is to be embedded: a message each."""
    given = [at(value, name) for name in _INPUT_FIELDS]
    places = (("model",), ("model_id",), ("requests", 0, "model"))
    model = next((name for place in places if (name := string_at(value, *place))), None)
    return Prompt(
        model=model.removeprefix("models/") if model else None,
        messages=tuple(Message("user", (part,)) for inputs in given for part in _read(inputs)),
        settings=other_fields(value, ("model", "model_id", *_INPUT_FIELDS)),
    )


def read_response(value: Json) -> Completion:
    """How many vectors of how many dimensions; the numbers themselves say nothing to a reader."""
    summary = _summary(value)
    parts = (GenericPart("embeddings", summary),) if summary else ()
    return Completion(
        id=string_at(value, "id"),
        model=first_string(value, "model", "model_id"),
        messages=(Message("assistant", parts),) if parts else (),
        usage=_read_usage(value),
        error=None if parts else read_error(value, *_VECTOR_FIELDS),
    )


def _read(given: Json) -> Iterator[Part]:
    match given:
        case None:
            return
        case str(text):
            yield read_media(text) if text.startswith("data:") else Text(text)
        case list() if given and all(isinstance(token, int) for token in given):
            yield GenericPart("tokens", given)
        case list():
            for item in given:
                yield from _read(item)
        case {"type": "image_url", "image_url": str(url) | {"url": str(url)}}:
            yield read_media(url, modality="image")
        case dict():
            known = [name for name in _TEXT_FIELDS if name in given]
            if not known:
                yield unknown_part(given)
            for name in known:
                yield from _read(given[name])


def _vectors(value: Json) -> Iterator[list[Json] | str]:
    """Each vector: a list of numbers, or base64."""
    match value:
        case list() if value and all(isinstance(number, int | float) for number in value):
            yield value
        case list():
            for item in value:
                yield from _vectors(item)
        case dict():
            for name in _VECTOR_FIELDS:
                match value.get(name):
                    case str(packed):
                        yield packed
                    case inner:
                        yield from _vectors(inner)


def _summary(value: Json) -> Json:
    match at(value, "embeddings"):
        # Cohere gives the same vectors in each type that was asked for.
        case dict() as types if len(types) > 1:
            return {name: _summary({"embeddings": given}) for name, given in types.items()}
    vectors = tuple(_vectors(value))
    if not vectors:
        return None
    packed = [vector for vector in vectors if isinstance(vector, str)]
    sizes: list[Json] = [*sorted({_size(vector) for vector in vectors})]
    # How wide a number is in base64 is not told: OpenAI packs 4 bytes each, vLLM 8, Perplexity 1.
    name = "bytes" if packed else "dimensions"
    summary: dict[str, Json] = {"count": len(vectors), name: sizes[0] if len(sizes) == 1 else sizes}
    return summary | ({"encoding": "base64"} if packed else {})


def _size(vector: list[Json] | str) -> int:
    if isinstance(vector, list):
        return len(vector)
    try:
        return len(b64decode(vector))
    except ValueError:
        return len(vector)


def _read_usage(value: Json) -> Usage | None:
    counts = (integer_at(value, *path) for path in _INPUT_TOKENS)
    given = next((count for count in counts if count is not None), None)
    if given is None:
        counted = (
            integer_at(item, "embeddings", "statistics", "token_count")
            for item in objects_at(value, "predictions")
        )
        given = sum(count for count in counted if count is not None) or None
    if given is None:
        return None
    return Usage(input_tokens=given, total_tokens=integer_at(value, "usage", "total_tokens"))


DIALECT = Dialect(
    name="embeddings",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=(),
    model_in_url=model_in_url,
)
