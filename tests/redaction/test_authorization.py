import pytest

from cassette_cli.redaction.authorization import credential_spans


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        pytest.param("Bearer abc.def", ["abc.def"], id="a token after its scheme"),
        pytest.param("  abc  ", ["abc"], id="a token alone"),
        pytest.param("Basic dXNlcjpwYXNz==", ["dXNlcjpwYXNz=="], id="padding is no parameter"),
        pytest.param("SharedKey account:abc=", ["account:abc="], id="an account and a signature"),
        pytest.param(
            "AWS4-HMAC-SHA256 Credential=ID/2026/s3, SignedHeaders=host;date, Signature=abc",
            ["ID", "abc"],
            id="the scope of AWS stays",
        ),
        pytest.param(
            'OAuth realm="x", oauth_token="abc", oauth_version="1.0"', ["abc"], id="OAuth 1"
        ),
        pytest.param("GoogleLogin auth=abc", ["abc"], id="one parameter"),
        pytest.param("Negotiate a1 b2", ["a1 b2"], id="what is no parameter goes whole"),
    ],
)
def test_credential_spans(value: str, parts: list[str]) -> None:
    assert [value[span.start : span.end] for span in credential_spans(value)] == parts
