"""No credential stands in the recording: no key, token, password, cookie or signature.

The rules are those of `cassette redact`, which takes out what is found here; `cassette rules` lists
them. Headers, URLs, forms and bodies are searched under all of their layers, and what other tools
left as placeholders is no credential.

Fails:

    headers:
      Authorization: [Bearer (a real token)]

Passes:

    headers:
      Authorization: [Bearer REDACTED]
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.leaks.search import find_secrets
from cassette_cli.finding import Severity
from cassette_cli.redaction.rule import SecretClass


def run(context: Context) -> Iterator[Problem]:
    return find_secrets(context, SecretClass.CREDENTIAL)


CHECK = Check("secret", Severity.ERROR, "No credential was recorded", run)
