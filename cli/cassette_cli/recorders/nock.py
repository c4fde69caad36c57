"""nock, for Node.js: https://github.com/nock/nock/blob/main/lib/interceptor.js.

A body is compared as data where it is JSON, and without line ends where it is text
(https://github.com/nock/nock/blob/main/lib/match_body.js). Only the headers that were recorded, as
`reqheaders`, are looked at.
"""

from collections.abc import Hashable
from urllib.parse import SplitResult

from cassette_cli.recorders.parts import body_by_value, part_of_url
from cassette_cli.recorders.recorder import Compared, Recorder

_PORTS = {"http": 80, "https": 443}


def _parts(url: SplitResult) -> Hashable:
    """A scope names its port, also where it is the default one."""
    port = url.port or _PORTS.get(url.scheme)
    return url.scheme, url.hostname, port, url.path, url.query


RECORDER = Recorder(
    "nock",
    ("nock",),
    (Compared.METHOD, Compared.URL, Compared.HEADERS, Compared.BODY),
    reads={Compared.BODY: body_by_value, Compared.URL: part_of_url(_parts)},
    may_have_more_headers=True,
    match_option="filteringRequestBody",
    repeat_option=".persist()",
)
