"""Errors of Gemini: https://ai.google.dev/gemini-api/docs/troubleshooting."""

from cassette_cli.editing.provider_error import Provider, ProviderError
from cassette_cli.json_values import Json


def _body(error: ProviderError) -> Json:
    said: Json = {"code": error.status_code, "message": error.message, "status": error.type}
    return {"error": said}


PROVIDER = Provider(
    "gemini",
    (
        ProviderError(400, "INVALID_ARGUMENT", "Request contains an invalid argument."),
        ProviderError(
            400, "FAILED_PRECONDITION", "User location is not supported for the API use."
        ),
        ProviderError(403, "PERMISSION_DENIED", "Permission denied: the key lacks access."),
        ProviderError(404, "NOT_FOUND", "models/unknown is not found for API version v1beta."),
        ProviderError(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
        ProviderError(500, "INTERNAL", "An internal error has occurred. Please retry."),
        ProviderError(503, "UNAVAILABLE", "The model is overloaded. Please try again later."),
        ProviderError(504, "DEADLINE_EXCEEDED", "The deadline expired before the end."),
    ),
    _body,
)
