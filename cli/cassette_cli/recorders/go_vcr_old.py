"""go-vcr before its third version: https://github.com/dnaeon/go-vcr/tree/v2.0.1."""

from cassette_cli.recorders.recorder import Compared, Recorder

RECORDER = Recorder(
    "go-vcr v2",
    ("go-vcr",),
    (Compared.METHOD, Compared.URL),
    versions=("1",),
    match_option="SetMatcher",
)
