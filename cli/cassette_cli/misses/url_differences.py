"""Where two URLs differ, part by part."""

from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, urlsplit

from cassette_cli.json_path import JsonPath

_PORTS = {"http": 80, "https": 443}


def url_differences(recorded: str, sent: str) -> Iterator[tuple[JsonPath, str | None, str | None]]:
    """The parts that differ; the whole URL where none does, or where one is no URL."""
    parts = list(_parts(recorded, sent))
    yield from parts or [((), recorded, sent)]


def query_differences(
    recorded: str, sent: str
) -> Iterator[tuple[JsonPath, str | None, str | None]]:
    """The parameters that differ; a name that stands several times is compared as often."""
    old, new = _parameters(recorded), _parameters(sent)
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield ("query", name), _joined(old.get(name)), _joined(new.get(name))


def _parts(recorded: str, sent: str) -> Iterator[tuple[JsonPath, str | None, str | None]]:
    try:
        old, new = _named(urlsplit(recorded)), _named(urlsplit(sent))
        queries = urlsplit(recorded).query, urlsplit(sent).query
    except ValueError:
        return
    for name, value in old.items():
        if value != new[name]:
            yield (name,), value, new[name]
    yield from query_differences(*queries)


def _named(url: SplitResult) -> dict[str, str | None]:
    port = url.port or _PORTS.get(url.scheme)
    return {
        "scheme": url.scheme,
        "host": url.hostname,
        "port": None if port is None else str(port),
        "path": url.path,
        "fragment": url.fragment,
    }


def _parameters(query: str) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        values.setdefault(name, []).append(value)
    return values


def _joined(values: list[str] | None) -> str | None:
    return None if values is None else ", ".join(values)
