"""Errors of OpenAI: https://platform.openai.com/docs/guides/error-codes/api-errors."""

from cassette_cli.editing.provider_error import Provider, ProviderError
from cassette_cli.json_values import Json


def _body(error: ProviderError) -> Json:
    said: Json = {
        "message": error.message,
        "type": error.type,
        "param": None,
        "code": error.code,
    }
    return {"error": said}


PROVIDER = Provider(
    "openai",
    (
        ProviderError(
            400,
            "invalid_request_error",
            "Invalid value: 'x'. Supported values are: 'system', 'assistant', and 'user'.",
            "invalid_value",
        ),
        ProviderError(
            400,
            "invalid_request_error",
            "This model's maximum context length is 128000 tokens. However, your messages resulted "
            "in 130000 tokens. Please reduce the length of the messages.",
            "context_length_exceeded",
        ),
        ProviderError(
            401, "invalid_request_error", "Incorrect API key provided.", "invalid_api_key"
        ),
        ProviderError(
            404,
            "invalid_request_error",
            "The model `unknown` does not exist or you do not have access to it.",
            "model_not_found",
        ),
        ProviderError(
            429,
            "requests",
            "Rate limit reached on requests per min (RPM). Please try again in 1s.",
            "rate_limit_exceeded",
            (("retry-after", "1"), ("retry-after-ms", "1000")),
        ),
        ProviderError(
            429,
            "insufficient_quota",
            "You exceeded your current quota, please check your plan and billing details.",
            "insufficient_quota",
        ),
        ProviderError(
            500, "server_error", "The server had an error while processing your request. Sorry!"
        ),
        ProviderError(
            503, "server_error", "The engine is currently overloaded, please try again later."
        ),
    ),
    _body,
    lambda _: (("x-request-id", "req_00000000000000000000000000000000"),),
)
