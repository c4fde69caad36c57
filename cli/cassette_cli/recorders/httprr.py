"""httprr for Go, which compares all that went over the wire."""

from cassette_cli.recorders.recorder import Compared, Recorder

RECORDER = Recorder(
    "httprr",
    ("httprr",),
    (Compared.METHOD, Compared.URL, Compared.HEADERS, Compared.BODY),
)
