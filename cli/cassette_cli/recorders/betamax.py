"""betamax, for Python's requests: https://betamax.readthedocs.io/en/latest/matchers.html.

Its matcher `uri` compares the query by names and values, whatever their order
(https://github.com/betamaxpy/betamax/blob/main/src/betamax/matchers/uri.py).
"""

from collections.abc import Hashable
from urllib.parse import SplitResult, parse_qsl

from cassette_cli.recorders.parts import part_of_url
from cassette_cli.recorders.recorder import Compared, Recorder


def _parts(url: SplitResult) -> Hashable:
    values: dict[str, tuple[str, ...]] = {}
    for name, value in parse_qsl(url.query, keep_blank_values=True):
        values[name] = (*values.get(name, ()), value)
    return url.scheme, url.netloc, url.path, url.fragment, frozenset(values.items())


RECORDER = Recorder(
    "betamax",
    ("betamax",),
    (Compared.METHOD, Compared.URL),
    reads={Compared.URL: part_of_url(_parts)},
    match_option="match_requests_on",
    repeat_option="allow_playback_repeats=True",
)
