"""What differs between two recordings of the same thing, as data: headers, fields, parameters."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from cassette_cli.json_values import Json

_SECONDS = (1_000_000_000, 4_000_000_000)
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d? \w{3} \d{4}.*"
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:ms|s|µs|us)?")
_MIN_OPAQUE = 16
_OPAQUE_IN = frozenset(
    (
        ("redacted_thinking", "data"),  # Anthropic
        ("reasoning.encrypted", "data"),  # OpenRouter
    )
)
_PLACEHOLDER = re.compile(
    r"(?:Bearer |Basic |Token |test_)?"
    r"(?:<[A-Z][A-Z0-9_ -]*>|\[?(?:REDACTED|FILTERED|MASKED|HIDDEN|SCRUBBED|DUMMY)[A-Z_-]*\]?"
    r"|[Xx]{3,}|\*{3,}|(?:redacted|filtered|scrubbed|dummy)(?:[-_][a-z_-]+)?)"
)


class FieldNames(NamedTuple):
    """Names of fields: these, and all that end so."""

    names: frozenset[str]
    endings: tuple[str, ...]

    def include(self, name: str) -> bool:
        """Whether a field is among them."""
        return name in self.names or name.endswith(self.endings)


_TIMES = FieldNames(
    frozenset(
        ("created", "updated", "modified", "expires", "expiration", "date", "time", "datetime")
    ),
    ("_at", "At", "_time", "Time", "_date", "_on", "imestamp", "_datetime", "DateTime"),
)
_MEASUREMENTS = FieldNames(
    frozenset(("duration", "elapsed", "took", "latency", "logprob")),
    (
        *("_time", "_duration", "Duration", "_latency", "Latency", "atencyMs", "_ms"),
        *("Time", "_per_second", "_seconds", "_logprob", "_logprobs", "Logprob", "Logprobs"),
    ),
)


@dataclass(frozen=True, slots=True)
class NoiseRules:
    """Which differences mean nothing. Names of headers and parameters are in lower case.

    Headers mean nothing unless they are among `compared_headers`, which say how a message is to be
    read; those of `version_headers` also count where one side lacks them. Fields are those of JSON
    bodies: `times` hold points in time, `measurements` numbers that no two calls share, `assigned`
    values that the server makes up each time, `padding` what it pads streams with, `opaque` long
    values that only the server can read; `opaque_in` names such fields by the `type` of the object
    that holds them. A field of `word_lists` holds words in any order. Below a field of `written`
    only opaque values are noise, and fields that are `unmistakable`: the rest a user or a model
    wrote. `placeholders` are what recorders write in place of secrets. `ignored_fields` and
    `ignored_headers` are what a project adds. All of this is true of responses; a request holds
    what its client chose.
    """

    compared_headers: frozenset[str] = frozenset(("content-type", "accept"))
    version_headers: re.Pattern[str] = re.compile(
        r"(?:anthropic|openai|x-goog-api|x-github-api|x-ms|x-api|api|notion|stripe|square)-version"
        r"|(?:anthropic|openai)-beta"
    )
    times: FieldNames = _TIMES
    measurements: FieldNames = _MEASUREMENTS
    assigned: frozenset[str] = frozenset(
        (
            *("seed", "obfuscation", "sequence_number", "etag", "_etag", "system_fingerprint"),
            *("log_id", "request_id", "requestId", "generation_id", "providerResponseId"),
            *("trace_id", "traceId", "nonce", "origin", "logs", "provider", "service_tier"),
            # What a gateway tells of its routing and its prices.
            "gateway",
        )
    )
    padding: frozenset[str] = frozenset(("obfuscation", "p"))
    opaque: frozenset[str] = frozenset(
        (
            *("thoughtSignature", "thought_signature", "signature", "encrypted_content"),
            *("encrypted_index", "encrypted_stdout", "redactedContent", "redacted_content"),
        )
    )
    opaque_in: frozenset[tuple[str, str]] = _OPAQUE_IN
    word_lists: frozenset[str] = frozenset(("scope", "scopes"))
    placeholders: re.Pattern[str] = _PLACEHOLDER
    unmistakable: frozenset[str] = frozenset(("system_fingerprint",))
    written: frozenset[str] = frozenset(
        (
            *("arguments", "input", "args", "text", "content", "parameters", "input_schema"),
            *("metadata", "properties"),
        )
    )
    usage: frozenset[str] = frozenset(
        (
            *("usage", "usageMetadata", "usage_metadata", "amazon-bedrock-invocationMetrics"),
            *("eval_count", "prompt_eval_count"),
        )
    )
    parameters: frozenset[str] = frozenset(
        (
            *("key", "api_key", "apikey", "api-key", "token", "access_token", "sig", "signature"),
            *("x-amz-date", "x-amz-signature", "x-amz-credential", "x-amz-security-token"),
            *("expires", "nonce", "timestamp", "_"),
        )
    )
    ignored_fields: frozenset[str] = frozenset()
    ignored_headers: frozenset[str] = frozenset()

    def is_compared_header(self, side: str, name: str) -> bool:
        """Whether a header of a request or a response says how that is to be read.

        The version of an API is what a client asks for; servers tell the one they happen to run.
        """
        asked_for = side == "request" and self.is_version_header(name)
        return (asked_for or name in self.compared_headers) and name not in self.ignored_headers

    def is_version_header(self, name: str) -> bool:
        """Whether a header chooses a version of the API."""
        return self.version_headers.fullmatch(name) is not None

    def is_volatile(self, name: str, before: Json, after: Json) -> bool:
        """Whether a field of a response may hold another value in each recording."""
        if name in self.assigned or name in self.ignored_fields:
            return True
        if isinstance(before, dict | list) or isinstance(after, dict | list):
            return False
        if self.times.include(name) and _is_time(before) and _is_time(after):
            return True
        measured = self.measurements.include(name)
        return measured and _is_number(before) and _is_number(after)

    def is_opaque(self, name: str, value: Json, kind: Json = None) -> bool:
        """Whether a field, of an object of that `type`, holds what only the server can read."""
        if not isinstance(value, str):
            return False
        of_kind = isinstance(kind, str) and (kind, name) in self.opaque_in
        is_long = (
            (of_kind or name in self.opaque) and len(value) >= _MIN_OPAQUE and " " not in value
        )
        return is_long or name in self.unmistakable

    def is_placeholder(self, text: str) -> bool:
        """Whether a text is what stands in place of a secret, however that is spelled."""
        return self.placeholders.fullmatch(text) is not None


DEFAULT_RULES = NoiseRules()


def _is_time(value: Json) -> bool:
    match value:
        case None:
            return True
        case bool():
            return False
        case int() | float():
            low, high = _SECONDS
            return low <= value <= high or low * 1000 <= value <= high * 1000
        case str():
            return _DATE.fullmatch(value) is not None or (
                value.isdecimal() and _is_time(int(value))
            )
    return False


def _is_number(value: Json) -> bool:
    match value:
        case bool():
            return False
        case None | int() | float():
            return True
        case str():
            return _NUMBER.fullmatch(value) is not None
    return False
