"""No ERB tag was left unevaluated.

Ruby's VCR evaluates `<%= … %>` when it loads a cassette with `erb: true`. In a URL or a header of a
cassette that is loaded without, the tag itself is sent and compared.

Reported:

    uri: "https://<%= ENV['API_HOST'] %>/v1"

Passes:

    uri: "https://api.example.org/v1"
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location, header_location
from cassette_cli.finding import Severity

_TAG = re.compile(r"<%=?.*?%>")
_MESSAGE = "an ERB tag that only `erb: true` evaluates"


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        request = reading.interaction.request
        if _has_tag(request.url):
            yield Problem(_MESSAGE, field_location(reading, "request.url"))
        for header in request.headers:
            if _has_tag(header.value):
                yield Problem(_MESSAGE, header_location(reading, "request", header))


def _has_tag(text: str) -> bool:
    return "<%" in text and _TAG.search(text) is not None


CHECK = Check("erb-tag", Severity.INFO, "No ERB tag was left unevaluated", run)
