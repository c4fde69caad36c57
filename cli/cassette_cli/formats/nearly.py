"""What a file lacks that is nearly one of a known format: words for an error."""

from cassette_cli.document import Mapping, Node, Sequence
from cassette_cli.formats.fields import entry, has_keys, items

_LISTS = ("http_interactions", "interactions", "Entries", "mappings")


def what_is_missing(root: Node | None) -> str | None:
    """What keeps it from being a cassette; None where it is nothing like one."""
    if isinstance(root, Mapping):
        for name in _LISTS:
            if root.get(name) is not None:
                return _missing_in_list(root.get(name), name)
        log = root.get("log")
        if isinstance(log, Mapping):
            return _missing_in_archive(log)
        has_one = [name for name in ("request", "response") if root.get(name) is not None]
        if len(has_one) == 1:
            return f"it has a {has_one[0]}, but no {_OTHER[has_one[0]]}"
    return _missing_in_item(root) or _missing_in_list_of(root)


_OTHER = {"request": "response", "response": "request"}


def _missing_in_archive(log: Mapping) -> str | None:
    entries = log.get("entries")
    if not isinstance(entries, Sequence):
        return "the `log` of an HTTP archive needs a list of `entries`"
    if not has_keys(log, "version") and not has_keys(log, "creator"):
        return "the `log` of an HTTP archive needs a `version` or a `creator`"
    return _missing_in_list_of(entries)


def _missing_in_list(node: Node | None, name: str) -> str | None:
    if not isinstance(node, Sequence):
        return f"`{name}` is no list"
    return _missing_in_list_of(node)


def _missing_in_list_of(node: Node | None) -> str | None:
    return next(filter(None, map(_missing_in_item, items(node))), None)


def _missing_in_item(node: Node | None) -> str | None:
    request, response = entry(node, "request"), entry(node, "response")
    if request is None and response is None:
        return None
    if not isinstance(request, Mapping):
        return "an interaction has a response, but no request"
    if response is None:
        return "an interaction has a request, but no response"
    if not any(has_keys(request, key) for key in ("uri", "url", "path")):
        return "a request has neither `uri` nor `url`"
    return None
