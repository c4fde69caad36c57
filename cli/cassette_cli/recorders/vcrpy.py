"""vcrpy: https://vcrpy.readthedocs.io/en/latest/advanced.html.

Bodies are compared as data where the request says that they are JSON, else as they were sent.
Queries are compared whatever the order of their parameters, and an empty path is `/`
(https://github.com/kevin1024/vcrpy/blob/master/vcr/matchers.py).
"""

from collections.abc import Hashable, Iterable

from cassette_cli.model import Interaction, header_value
from cassette_cli.recorders.parts import body, body_by_value, part_of_url, sorted_query
from cassette_cli.recorders.recorder import Compared, Recorder, Sensitive
from cassette_cli.recorders.template import fill

_PORTS = {"http": 80, "https": 443}


def write_config(sensitive: Sensitive) -> str:
    """Python code: vcrpy applies the same to requests that it replays, so that they match."""
    return fill(
        "vcrpy.py.txt",
        placeholder=repr(sensitive.placeholder),
        headers=_list(name.lower() for name in sensitive.headers),
        parameters=_list(sensitive.parameters),
        members=_list(sensitive.members),
        patterns=_list(sensitive.patterns),
        variables=_list(sensitive.variables),
    )


def _body(interaction: Interaction) -> Hashable:
    media_type = header_value(interaction.request.headers, "content-type") or ""
    is_json = "application/json" in media_type.lower()
    return is_json, body_by_value(interaction) if is_json else body(interaction)


def _list(items: Iterable[str]) -> str:
    lines = [f"    {item!r},\n" for item in items]
    return f"[\n{''.join(lines)}]" if lines else "[]"


RECORDER = Recorder(
    "vcrpy",
    ("vcrpy", "vcrpy-old"),
    (
        Compared.METHOD,
        Compared.SCHEME,
        Compared.HOST,
        Compared.PORT,
        Compared.PATH,
        Compared.QUERY,
    ),
    reads={
        Compared.BODY: _body,
        Compared.PORT: part_of_url(lambda url: url.port or _PORTS.get(url.scheme)),
        Compared.PATH: part_of_url(lambda url: url.path or "/"),
        Compared.QUERY: part_of_url(sorted_query),
    },
    write_config=write_config,
    match_option="match_on",
    repeat_option="allow_playback_repeats=True",
)
