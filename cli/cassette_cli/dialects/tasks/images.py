"""Images, generated and edited: https://platform.openai.com/docs/api-reference/images.

Vertex predicts images (Imagen) in its own way.
"""

import re
from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Dialect, Fold
from cassette_cli.dialects.errors import error_of, read_error
from cassette_cli.dialects.folding import Fields, finish
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.non_json_bodies import body_value, read_file, without_content
from cassette_cli.dialects.openai import responses as openai_responses
from cassette_cli.dialects.parts import read_media
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Text,
    Uri,
)

_PATH = re.compile(r"/images/(generations|edits|variations)$")
_VERTEX_PATH = re.compile(r"/models/(image[^/:]*):predict$")
_DEPLOYMENT = re.compile(r"/deployments/([^/]+)/images/")
_EVENT = re.compile(r"image_(generation|edit)\.(partial_image|completed)$")
_IMAGE_FIELDS = ("image", "image[]", "images", "mask")


def matches(exchange: Exchange) -> bool:
    """By the path of a request, or by the events of its stream."""
    path = exchange.path.rstrip("/")
    kind = string_at(exchange.response.first_value, "type") or ""
    return any(
        (_PATH.search(path), _VERTEX_PATH.search(path), _EVENT.match(kind)),
    )


def model_in_url(path: str) -> str | None:
    """The model of Vertex, the deployment of Azure."""
    found = _VERTEX_PATH.search(path) or _DEPLOYMENT.search(path)
    return found[1] if found else None


def read_request(value: Json) -> Prompt:
    """The prompt, and the images to edit: JSON, or a form."""
    texts = [string_at(value, "prompt")]
    texts += [string_at(instance, "prompt") for instance in objects_at(value, "instances")]
    images = tuple(part for name in _IMAGE_FIELDS for part in _read_images(at(value, name)))
    parts = (*(Text(text) for text in texts if text), *images)
    return Prompt(
        model=string_at(value, "model"),
        messages=(Message("user", parts),) if parts else (),
        settings=tuple(
            (name, field)
            for name, field in other_fields(value, ("model", "prompt", "instances"))
            if name not in _IMAGE_FIELDS
        ),
    )


def read_response(value: Json) -> Completion:
    """The images, inline or by reference; the model may have put the prompt in its own words."""
    given = objects_at(value, "data") or objects_at(value, "predictions")
    parts = tuple(part for image in given for part in _read_image(image, value))
    return Completion(
        model=string_at(value, "model"),
        messages=(Message("assistant", parts),) if parts else (),
        usage=openai_responses.read_usage(at(value, "usage")),
        error=read_error(value, "data", "predictions"),
    )


def fold(events: Sequence[Event]) -> Fold:
    """The finished image; the last partial one where the stream broke off."""
    partial: list[Json] = []
    finished: list[Json] = []
    folded: Fields = {}
    for event in events:
        kind = string_at(event.value, "type") or event.name or ""
        if error := error_of(event):
            folded["error"] = error
        elif kind.endswith(".partial_image"):
            partial = [event.value]
        elif kind.endswith(".completed"):
            finished.append(event.value)
            folded |= {"usage": at(event.value, "usage")}
    if finished or partial:
        folded["data"] = finished or partial
    return finish(folded, ended=bool(finished))


def _read_images(given: Json) -> Iterator[Part]:
    for image in given if isinstance(given, list) else [given]:
        url = image if isinstance(image, str) else string_at(image, "image_url")
        if url:
            yield read_media(url, modality="image")
        elif file_id := string_at(image, "file_id"):
            yield Uri("image", None, file_id)
        elif part := read_file(image):
            yield part
            yield GenericPart("file", without_content(image))


def _read_image(image: dict[str, Json], answer: Json) -> Iterator[Part]:
    if revised := string_at(image, "revised_prompt"):
        yield GenericPart("revised_prompt", revised)
    kind = string_at(image, "output_format") or string_at(answer, "output_format") or "png"
    media_type = string_at(image, "mimeType") or string_at(image, "mime_type") or f"image/{kind}"
    match image:
        case {"b64_json": str(data)} | {"bytesBase64Encoded": str(data)}:
            yield Blob("image", media_type, data)
        case {"url": str(url)}:
            yield read_media(url, modality="image")


DIALECT = Dialect(
    name="images",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    model_in_url=model_in_url,
    value_of=body_value,
)
