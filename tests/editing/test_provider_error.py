import pytest

from cassette_cli.editing.provider_error import providers, read_error
from cassette_cli.errors import CassetteError
from cassette_cli.json_values import Json


@pytest.mark.parametrize(
    ("text", "status_code", "body"),
    [
        pytest.param(
            "openai:429",
            429,
            {
                "error": {
                    "message": "Rate limit reached on requests per min (RPM). "
                    "Please try again in 1s.",
                    "type": "requests",
                    "param": None,
                    "code": "rate_limit_exceeded",
                }
            },
            id="by status, the usual one",
        ),
        pytest.param(
            "gemini:UNAVAILABLE",
            503,
            {
                "error": {
                    "code": 503,
                    "message": "The model is overloaded. Please try again later.",
                    "status": "UNAVAILABLE",
                }
            },
            id="by the provider's word",
        ),
        pytest.param(
            "bedrock:ThrottlingException",
            429,
            {"message": "Too many requests, please wait before trying again."},
            id="by the name of the exception",
        ),
    ],
)
def test_read_error(text: str, status_code: int, body: Json) -> None:
    provider, error = read_error(text)
    assert (error.status_code, provider.body(error)) == (status_code, body)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("nobody:500", "names no error of a provider", id="provider"),
        pytest.param("anthropic", "names no error of a provider", id="no status"),
        pytest.param("anthropic:418", "has no error '418'", id="status"),
    ],
)
def test_unknown_errors(text: str, message: str) -> None:
    with pytest.raises(CassetteError, match=message):
        read_error(text)


def test_every_error_can_be_named() -> None:
    for provider in providers():
        for error in provider.errors:
            if error.code or provider.name != "openai":
                named = f"{provider.name}:{error.code or error.type}"
                assert read_error(named) == (provider, error)
