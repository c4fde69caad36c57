"""ExVCR, for Elixir: https://github.com/parroty/exvcr/blob/master/lib/exvcr/handler.ex.

By default the query is left out of the URL.
"""

from cassette_cli.recorders.parts import part_of_url
from cassette_cli.recorders.recorder import Compared, Recorder

RECORDER = Recorder(
    "exvcr",
    ("exvcr",),
    (Compared.METHOD, Compared.URL),
    reads={Compared.URL: part_of_url(lambda url: (url.scheme, url.netloc, url.path))},
    match_option="match_requests_on",
)
