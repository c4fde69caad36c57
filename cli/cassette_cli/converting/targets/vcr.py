"""VCR for Ruby: https://benoittgt.github.io/vcr."""

from email.utils import format_datetime

from cassette_cli.converting.grouped import grouped
from cassette_cli.converting.lack import DURATIONS
from cassette_cli.converting.target import Interactions, Target
from cassette_cli.converting.times import time_of
from cassette_cli.document import PSYCH, YamlValue, write_yaml
from cassette_cli.model import Body, Header, Interaction

_RECORDED_WITH = "VCR 6.3.1"


def write(interactions: Interactions) -> str:
    """YAML as Psych writes it."""
    entries: list[YamlValue] = [_entry(one) for one in interactions]
    return write_yaml({"http_interactions": entries, "recorded_with": _RECORDED_WITH}, PSYCH)


def _entry(interaction: Interaction) -> YamlValue:
    request, response = interaction.request, interaction.response
    return {
        "request": {
            "method": request.method.lower(),
            "uri": request.url,
            "body": _body(request.body),
            "headers": _headers(request.headers),
        },
        "response": {
            "status": {"code": response.status_code, "message": response.reason or ""},
            "headers": _headers(response.headers),
            "body": _body(response.body),
        },
        "recorded_at": format_datetime(time_of(interaction), usegmt=True),
    }


def _body(body: Body | None) -> YamlValue:
    content = body.content if body else None
    if isinstance(content, bytes):
        return {"encoding": "ASCII-8BIT", "string": content}
    if isinstance(content, str):
        return {"encoding": "UTF-8", "string": content}
    return {"encoding": "US-ASCII", "string": ""}


def _headers(headers: tuple[Header, ...]) -> YamlValue:
    return {name: [*values] for name, values in grouped(headers).items()}


TARGET = Target("vcr", ".yml", write, lacks=(DURATIONS,))
