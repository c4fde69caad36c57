"""Interactions as the JSON that the command line promises."""

from base64 import b64encode

from cassette_cli.exchange import Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette, Header
from cassette_cli.reading import Reading
from cassette_cli.transcript_json import conversation_json

JsonObject = dict[str, Json]


def cassette_json(cassette: Cassette, interactions: list[Json]) -> JsonObject:
    """A cassette, with those of its interactions that were asked for."""
    known: JsonObject = {
        "path": cassette.path,
        "format": cassette.format,
        "format_version": cassette.format_version,
        "interactions": interactions,
    }
    return known | ({"not_http": cassette.not_http} if cassette.not_http else {})


def interaction_json(reading: Reading) -> JsonObject:
    """An interaction: both messages as HTTP, and the model call where it is one."""
    interaction, conversation = reading.interaction, reading.conversation
    return {
        "index": interaction.index,
        "request": {
            "method": interaction.request.method,
            "url": interaction.request.url,
            "headers": _headers_json(interaction.request.headers),
            "body": _body_json(reading.request),
        },
        "response": {
            "status_code": interaction.response.status_code,
            "reason": interaction.response.reason,
            "headers": _headers_json(interaction.response.headers),
            "body": _body_json(reading.response),
        },
        "duration_ms": interaction.duration_ms,
        "recorded_at": interaction.recorded_at,
        "inference": None if conversation is None else conversation_json(conversation),
    }


def _headers_json(headers: tuple[Header, ...]) -> Json:
    return [[header.name, header.value] for header in headers]


def _body_json(payload: Payload) -> JsonObject | None:
    if not payload.content:
        return None
    described: JsonObject = {"media_type": payload.media_type, "layers": list(payload.layers)}
    if isinstance(payload.content, bytes):
        return described | {"base64": b64encode(payload.content).decode("ascii")}
    return described | {"encoding": "utf-8", "text": payload.content}
