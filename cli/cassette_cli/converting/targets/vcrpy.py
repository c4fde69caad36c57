"""vcrpy, version 1 of its file format: https://vcrpy.readthedocs.io."""

from cassette_cli.converting.grouped import grouped
from cassette_cli.converting.lack import DURATIONS, TIMES
from cassette_cli.converting.target import Interactions, Target
from cassette_cli.document import PYYAML, YamlValue, write_yaml
from cassette_cli.model import Body, Header, Interaction


def write(interactions: Interactions) -> str:
    """YAML as PyYAML writes it, keys sorted."""
    return write_yaml({"interactions": [_entry(one) for one in interactions], "version": 1}, PYYAML)


def _entry(interaction: Interaction) -> YamlValue:
    request, response = interaction.request, interaction.response
    return {
        "request": {
            "body": _content(request.body),
            "headers": _sorted(request.headers),
            "method": request.method,
            "uri": request.url,
        },
        "response": {
            "body": {"string": _content(response.body) or ""},
            "headers": _sorted(response.headers),
            "status": {"code": response.status_code, "message": response.reason},
        },
    }


def _content(body: Body | None) -> str | bytes | None:
    return body.content if body and isinstance(body.content, str | bytes) else None


def _sorted(headers: tuple[Header, ...]) -> YamlValue:
    return {name: [*values] for name, values in sorted(grouped(headers).items())}


TARGET = Target("vcrpy", ".yaml", write, lacks=(DURATIONS, TIMES))
