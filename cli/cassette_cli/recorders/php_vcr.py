"""php-vcr, which compares everything: https://php-vcr.github.io/php-vcr/reference/request-matchers.

It plays the first interaction that matches, and tells equal requests apart by their index
(https://github.com/php-vcr/php-vcr/pull/270).
"""

from cassette_cli.recorders.recorder import Compared, Recorder

RECORDER = Recorder(
    "php-vcr",
    ("php-vcr",),
    (
        Compared.METHOD,
        Compared.HOST,
        Compared.PATH,
        Compared.QUERY,
        Compared.HEADERS,
        Compared.BODY,
        Compared.INDEX,
    ),
    plays_once=False,
    match_option="enableRequestMatchers",
)
