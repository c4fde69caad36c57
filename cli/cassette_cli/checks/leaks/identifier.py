"""No identifier of an account stands in the recording, where `--class identifier` asks for that.

An identifier opens no door, but tells whose door it is: organisations, projects, e-mail addresses.

Fails, with `--class credential,identifier`:

    headers:
      OpenAI-Organization: [acme-corp-research]

Passes:

    headers:
      OpenAI-Organization: [REDACTED]
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.leaks.search import find_secrets
from cassette_cli.finding import Severity
from cassette_cli.redaction.rule import SecretClass


def run(context: Context) -> Iterator[Problem]:
    return find_secrets(context, SecretClass.IDENTIFIER)


CHECK = Check("identifier", Severity.WARNING, "No identifier of an account was recorded", run)
