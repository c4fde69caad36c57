"""What a finding is known by when lines have moved: a hash that nothing can be read from."""

import hashlib
import posixpath
from collections import Counter
from urllib.parse import urlsplit

from cassette_cli.model import Interaction

_LENGTH = 32


class Fingerprints:
    """Makes the fingerprints of one file; findings that are alike are told apart by a number."""

    def __init__(self, path: str, root: str = "") -> None:
        path = path.replace("\\", "/")
        self.path = posixpath.normpath(path.removeprefix(f"{root}/") if root else path)
        self.seen: Counter[tuple[str, ...]] = Counter()

    def of(self, check: str, location: str, interaction: Interaction | None) -> str:
        """The next fingerprint for a check at a place, as interactions are known to people."""
        key = (self.path, check, location, *_name(interaction))
        self.seen[key] += 1
        text = "\0".join((*key, str(self.seen[key])))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _name(interaction: Interaction | None) -> tuple[str, ...]:
    """Method and URL, without its query: positions change when an interaction is added."""
    if interaction is None:
        return ()
    return interaction.request.method, _without_query(interaction.request.url)


def _without_query(url: str) -> str:
    try:
        return urlsplit(url)._replace(query="", fragment="").geturl()
    except ValueError:
        return url.partition("?")[0]
