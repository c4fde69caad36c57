"""VCR for Ruby: https://benoittgt.github.io/vcr/#/configuration/."""

from collections.abc import Iterable

from cassette_cli.recorders.recorder import Compared, Recorder, Sensitive
from cassette_cli.recorders.template import fill


def write_config(sensitive: Sensitive) -> str:
    """Ruby code; the parameters of a URL that change are left out when requests are matched."""
    return fill(
        "vcr.rb.txt",
        placeholder=_string(sensitive.placeholder),
        headers=_list(name.lower() for name in sensitive.headers),
        parameters=_list(sensitive.parameters),
        members=_list(sensitive.members),
        patterns=_list(pattern.replace("(?P<", "(?<") for pattern in sensitive.patterns),
        variables="".join(
            f"  config.filter_sensitive_data(PLACEHOLDER) {{ ENV[{_string(name)}] }}\n"
            for name in sensitive.variables
        ),
    )


def _list(items: Iterable[str]) -> str:
    lines = [f"  {_string(item)},\n" for item in items]
    return f"[\n{''.join(lines)}]" if lines else "[]"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


RECORDER = Recorder(
    "vcr",
    ("vcr", "vcr-old"),
    (Compared.METHOD, Compared.URL),
    write_config=write_config,
    match_option="match_requests_on",
    repeat_option="allow_playback_repeats: true",
)
