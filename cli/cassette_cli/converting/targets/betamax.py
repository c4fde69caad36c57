"""Betamax, for Python's requests, in JSON: https://betamax.readthedocs.io."""

import json
from base64 import b64encode

from cassette_cli.converting.grouped import grouped
from cassette_cli.converting.lack import DURATIONS
from cassette_cli.converting.target import Interactions, Target
from cassette_cli.converting.times import time_of
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction

_RECORDED_WITH = "betamax/0.9.0"


def write(interactions: Interactions) -> str:
    """One line of JSON, as Python writes it."""
    entries = [_entry(one) for one in interactions]
    return json.dumps({"http_interactions": entries, "recorded_with": _RECORDED_WITH})


def _entry(interaction: Interaction) -> Json:
    request, response = interaction.request, interaction.response
    return {
        "request": {
            "body": _body(request.body),
            "headers": _headers(request.headers),
            "method": request.method,
            "uri": request.url,
        },
        "response": {
            "body": _body(response.body),
            "headers": _headers(response.headers),
            "status": {"code": response.status_code, "message": response.reason},
            "url": request.url,
        },
        "recorded_at": time_of(interaction).strftime("%Y-%m-%dT%H:%M:%S"),
    }


def _body(body: Body | None) -> Json:
    content = body.content if body else ""
    if isinstance(content, bytes):
        return {"encoding": "utf-8", "base64_string": b64encode(content).decode("ascii")}
    return {"encoding": "utf-8", "string": content if isinstance(content, str) else ""}


def _headers(headers: tuple[Header, ...]) -> Json:
    return {name: [*values] for name, values in grouped(headers).items()}


TARGET = Target("betamax", ".json", write, lacks=(DURATIONS,))
