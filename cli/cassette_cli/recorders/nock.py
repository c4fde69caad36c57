"""nock, for Node.js: https://github.com/nock/nock/blob/main/lib/interceptor.js.

A body is compared as data where it is JSON, and without line ends where it is text
(https://github.com/nock/nock/blob/main/lib/match_body.js). Only the headers that were recorded, as
`reqheaders`, are looked at.
"""

from cassette_cli.recorders.parts import body_by_value
from cassette_cli.recorders.recorder import Compared, Recorder

RECORDER = Recorder(
    "nock",
    ("nock",),
    (Compared.METHOD, Compared.URL, Compared.HEADERS, Compared.BODY),
    reads={Compared.BODY: body_by_value},
    may_have_more_headers=True,
)
