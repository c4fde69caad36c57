"""Which parts of the value of an Authorization field are secret (RFC 9110, section 11.4)."""

import re
from collections.abc import Iterator

from cassette_cli.text import Span

_SCHEME = re.compile(r"\s*[A-Za-z][A-Za-z0-9-]{1,30}\s+(?=\S)")
_PARAMETERS = re.compile(
    r"""(?:[A-Za-z][\w-]*\s*=\s*(?:"[^"]*"|[^\s,="][^\s,"]*)(?:\s*,\s*|\s+|$))+"""
)
_PARAMETER = re.compile(
    r"""(?P<name>[A-Za-z][\w-]*)\s*=\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s,"]+))"""
)
# What the schemes tell in public: Digest (RFC 7616), OAuth 1 (RFC 5849), Hawk, AWS, signatures.
_HARMLESS = re.compile(
    "realm|algorithm|uri|qop|nc|userhash|charset|stale|domain|nonce|opaque|signedheaders|"
    "headers|created|expires|version|ts|timestamp|app|dlg|oauth_version|"
    "oauth_signature_method|oauth_timestamp|oauth_nonce|oauth_callback|keyid|username|id"
)


def credential_spans(value: str) -> tuple[Span, ...]:
    """Give what has to go: not the scheme, and of parameters only the values that tell something.

    Of the credential of AWS, only the key id goes; its date, region and service stay.
    """
    scheme = _SCHEME.match(value)
    start = scheme.end() if scheme else len(value) - len(value.lstrip())
    if scheme and _PARAMETERS.fullmatch(value, start):
        return tuple(_parameter_spans(value, start))
    return (Span(start, len(value.rstrip())),)


def _parameter_spans(value: str, start: int) -> Iterator[Span]:
    for parameter in _PARAMETER.finditer(value, start):
        name = parameter["name"].lower()
        if _HARMLESS.fullmatch(name):
            continue
        span = Span(*parameter.span("quoted" if parameter["quoted"] is not None else "bare"))
        if name == "credential":
            key_id, _, _ = value[span.start : span.end].partition("/")
            span = Span(span.start, span.start + len(key_id))
        yield span
