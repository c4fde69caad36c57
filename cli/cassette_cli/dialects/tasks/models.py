"""Which models there are: https://platform.openai.com/docs/api-reference/models, and others."""

import re

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import at, first_string, objects_at, other_fields, string_at
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, GenericPart, Message, Prompt

_LIST_PATH = re.compile(r"/(models|foundation_model_specs|foundation-models)/?$|/api/(tags|ps)/?$")
# An id may have an owner, and (of a fine-tuned model) colons.
_ONE_PATH = re.compile(r"/models/[^/]+(/[^/]+)?$|/api/show$")
_LISTS = ("data", "models", "resources", "modelSummaries")
_NAMES = ("id", "model_id", "modelId", "name", "model")


def matches(exchange: Exchange) -> bool:
    """By the path and an answer that is a list of models, a model, or an error."""
    method, first = exchange.interaction.request.method.upper(), exchange.response.first_value
    shown = method == "POST" and exchange.path.endswith("/api/show")
    if method not in ("GET", "DELETE") and not shown:
        return False
    failed = at(first, "error") is not None
    if _LIST_PATH.search(exchange.path):
        return failed or isinstance(first, list) or _listed(first) is not None
    return _ONE_PATH.search(exchange.path) is not None and (
        failed or shown or _is_model(first, exchange.path)
    )


def read_request(value: Json) -> Prompt:
    """Little is asked, if anything: the model to show."""
    return Prompt(model=string_at(value, "model"), settings=other_fields(value, ("model",)))


def read_response(value: Json) -> Completion:
    """The names of the models, or all that is said of one."""
    models = value if isinstance(value, list) else _listed(value)
    if models is not None:
        names: list[Json] = [name for model in objects_at(models) if (name := _name_of(model))]
        part = GenericPart("models", {"count": len(models), "names": names})
    elif isinstance(value, dict) and "error" not in value:
        part = GenericPart("model", value)
    else:
        return Completion(error=read_error(value))
    return Completion(model=_name_of(value), messages=(Message("assistant", (part,)),))


def _listed(value: Json) -> list[Json] | None:
    lists = (at(value, name) for name in _LISTS)
    return next((found for found in lists if isinstance(found, list)), None)


def _name_of(model: Json) -> str | None:
    return first_string(model, *_NAMES)


def _is_model(value: Json, path: str) -> bool:
    """Whether an answer is the model that the path names."""
    kind = string_at(value, "object") or string_at(value, "type")
    name = _name_of(value)
    return kind == "model" or (
        name is not None and path.endswith(f"/{name.partition('/')[2] or name}")
    )


DIALECT = Dialect(
    name="models",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=(),
)
