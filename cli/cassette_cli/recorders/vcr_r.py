"""vcr for R: https://docs.ropensci.org/vcr/reference/request-matching.html."""

from cassette_cli.recorders.recorder import Compared, Recorder

RECORDER = Recorder(
    "vcr for R",
    ("vcr-r",),
    (Compared.METHOD, Compared.URL),
    match_option="match_requests_on",
    repeat_option="allow_playback_repeats = TRUE",
)
