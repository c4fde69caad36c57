"""Errors of Bedrock, by name and status.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html#API_runtime_Converse_Errors
"""

from cassette_cli.editing.provider_error import Provider, ProviderError
from cassette_cli.json_values import Json


def _body(error: ProviderError) -> Json:
    return {"message": error.message}


PROVIDER = Provider(
    "bedrock",
    (
        ProviderError(400, "ValidationException", "The provided model identifier is invalid."),
        ProviderError(
            403,
            "AccessDeniedException",
            "You don't have access to the model with the specified model ID.",
        ),
        ProviderError(404, "ResourceNotFoundException", "Could not resolve the foundation model."),
        ProviderError(408, "ModelTimeoutException", "Model has timed out in processing."),
        ProviderError(424, "ModelErrorException", "The model returned an error."),
        ProviderError(
            429,
            "ThrottlingException",
            "Too many requests, please wait before trying again.",
        ),
        ProviderError(429, "ModelNotReadyException", "The model is not ready for inference."),
        ProviderError(500, "InternalServerException", "The system encountered an error."),
        ProviderError(503, "ServiceUnavailableException", "Bedrock is unable to process it."),
    ),
    _body,
    lambda error: (
        ("x-amzn-errortype", error.type),
        ("x-amzn-requestid", "00000000-0000-4000-8000-000000000000"),
    ),
)
