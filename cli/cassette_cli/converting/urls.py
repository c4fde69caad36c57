"""URLs in parts (RFC 3986), for targets that store them so."""

import re
from typing import NamedTuple

from cassette_cli.errors import EditError

_DEFAULT_PORT = re.compile(r"(https://[^/?#]*):443(?=[/?#]|$)|(http://[^/?#]*):80(?=[/?#]|$)")
_URL = re.compile(r"(?P<scheme>https?)://(?P<authority>[^/?#]+)(?P<target>[^#]*)", re.IGNORECASE)
_HAS_PORT = re.compile(r":\d+$")
_PORTS = {"http": "80", "https": "443"}


class Parts(NamedTuple):
    """The scheme, the host with its port where one is written, and what is sent as target."""

    scheme: str
    authority: str
    target: str

    @property
    def origin_with_port(self) -> str:
        """The origin, its port always written: `https://api.openai.com:443`."""
        port = "" if _HAS_PORT.search(self.authority) else f":{_PORTS[self.scheme]}"
        return f"{self.scheme}://{self.authority}{port}"


def without_default_port(url: str) -> str:
    """The URL without the port that its scheme implies."""
    return _DEFAULT_PORT.sub(lambda found: found[1] or found[2], url, count=1)


def parts_of(url: str) -> Parts | None:
    """The parts of an absolute HTTP URL; None of anything else (`<API_BASE>/chat`)."""
    found = _URL.match(url)
    return Parts(found["scheme"].lower(), found["authority"], found["target"]) if found else None


def parts_for(url: str, target: str) -> Parts:
    """The parts of a URL for a target that needs them. Raises EditError where there are none."""
    parts = parts_of(url)
    if parts is None:
        raise EditError(f"{target} needs a whole URL, and {url!r} is none")
    return parts
