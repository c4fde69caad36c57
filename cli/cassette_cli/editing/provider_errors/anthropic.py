"""Errors of Anthropic: https://docs.anthropic.com/en/api/errors."""

from cassette_cli.editing.provider_error import Provider, ProviderError
from cassette_cli.json_values import Json

_RETRY = (("retry-after", "1"), ("x-should-retry", "true"))
_REQUEST_ID = "req_011CRecordedByCassette00"


def _body(error: ProviderError) -> Json:
    said: Json = {"type": error.type, "message": error.message}
    return {"type": "error", "error": said, "request_id": _REQUEST_ID}


PROVIDER = Provider(
    "anthropic",
    (
        ProviderError(400, "invalid_request_error", "max_tokens: Field required"),
        ProviderError(401, "authentication_error", "invalid x-api-key"),
        ProviderError(
            403,
            "permission_error",
            "Your API key does not have permission to use the specified resource.",
        ),
        ProviderError(404, "not_found_error", "model: claude-unknown"),
        ProviderError(413, "request_too_large", "Request exceeds the maximum size"),
        ProviderError(
            429,
            "rate_limit_error",
            "This request would exceed your organization's rate limit. Please try again later.",
            headers=_RETRY,
        ),
        ProviderError(
            500, "api_error", "Internal server error", headers=(("x-should-retry", "true"),)
        ),
        ProviderError(529, "overloaded_error", "Overloaded", headers=(("x-should-retry", "true"),)),
    ),
    _body,
    lambda _: (("request-id", _REQUEST_ID),),
)
