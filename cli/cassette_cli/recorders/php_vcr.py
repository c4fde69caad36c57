"""php-vcr, which compares everything: https://php-vcr.github.io/php-vcr/reference/request-matchers."""

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
    ),
)
