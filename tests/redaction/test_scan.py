from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.match import Match
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.samples import (
    ALNUM,
    BASE64,
    HEX,
    UPPER,
    URLSAFE,
    fake,
    fake_basic,
    fake_jwt,
    fake_private_key,
)
from cassette_cli.redaction.scan import scan_field, scan_form, scan_header, scan_text, scan_url
from cassette_cli.text import Edit, splice

RULES = compile_rules(rules(), placeholder="GONE")
TOKEN = fake("", 40)
HEX_KEY = fake("", 32, HEX)
KEY_ID = fake("AKIA", 16, UPPER)
SIGNATURE = fake("", 64, HEX)
SIGV4 = "AWS4-HMAC-SHA256 Credential={}/20261101/us-east-1/s3/aws4_request, SignedHeaders=host, "


def redacted(text: str, matches: tuple[Match, ...]) -> str:
    return splice(text, [Edit(match.span, "GONE") for match in matches])


def _encoded(text: str) -> str:
    """Every character as a percent-encoded byte."""
    return "".join(f"%{ord(character):02X}" for character in text)


def check(scan: Callable[[str], tuple[Match, ...]], text: str, expected: str) -> None:
    result = redacted(text, scan(text))
    assert result == expected
    assert scan(result) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"use {fake('sk-', 48)} now", "use GONE now", id="a key between words"),
        pytest.param(f"({fake('ghp_', 36)})", "(GONE)", id="a key in parentheses"),
        pytest.param(f"export KEY={fake('gsk_', 52)};", "export KEY=GONE;", id="an assignment"),
        pytest.param(f"Bearer {fake_jwt()}", "Bearer GONE", id="a JWT after Bearer is one secret"),
        pytest.param(
            f"-H 'Authorization: Basic {fake_basic()}'",
            "-H 'Authorization: Basic GONE'",
            id="Basic",
        ),
        pytest.param(f"a\n{fake_private_key()}\nb", "a\nGONE\nb", id="a key of many lines"),
        pytest.param(
            "header Authorization: " + SIGV4.format(KEY_ID) + f"Signature={SIGNATURE}",
            "header Authorization: " + SIGV4.format("GONE") + "Signature=GONE",
            id="a signed request of AWS in a text",
        ),
        pytest.param(
            f"https://a.blob.core.windows.net/x?sp=r&sig={quote(fake('', 43, BASE64), safe='')}%3D",
            "https://a.blob.core.windows.net/x?sp=r&sig=GONE",
            id="a link with shared access",
        ),
        pytest.param(f'{{"password": "{TOKEN}"}}', '{"password": "GONE"}', id="JSON in a text"),
        pytest.param(f"password=hunter2xyz7 {TOKEN}", f"password=GONE {TOKEN}", id="a password"),
        pytest.param(f"İ {fake('sk-', 48)}", "İ GONE", id="a letter that grows in lower case"),
        pytest.param(
            "A" * 3000 + fake("AKIA", 16, UPPER) + "," + fake("sk-", 48),
            "A" * 3000 + fake("AKIA", 16, UPPER) + ",GONE",
            id="a key where a blob ends, and none inside of it",
        ),
        pytest.param(
            fake("", 3000, BASE64) + " " + fake("sk-", 48),
            fake("", 3000, BASE64) + " GONE",
            id="a key beside long base64",
        ),
    ],
)
def test_scan_text(text: str, expected: str) -> None:
    check(lambda value: scan_text(value, RULES), text, expected)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(fake("", 60, URLSAFE) + fake("Qsk-", 48) + "x", id="sk- inside of base64"),
        pytest.param(fake("task-", 36), id="a word that ends like a prefix"),
        pytest.param("risk-adjusted-return-on-capital-for-large-portfolios", id="a long compound"),
        pytest.param("claude-3-5-sonnet-20241022", id="the name of a model"),
        pytest.param("us.anthropic.claude-haiku-4-5-20251001-v1:0", id="a longer name of a model"),
        pytest.param("sha256:" + fake("", 64, HEX), id="a checksum"),
        pytest.param("commit " + fake("", 40, HEX), id="a commit"),
        pytest.param("left-pad@4.5.0", id="a version"),
        pytest.param("max_tokens: 4096, prompt_tokens: 12345678", id="counts of tokens"),
        pytest.param('"next_page_token": "' + fake("", 40) + '"', id="a position in a list"),
        pytest.param("Idempotency-Key: " + fake("", 32, HEX), id="a key that opens nothing"),
        pytest.param("the key: value pairs of the secret: garden", id="prose with the words"),
        pytest.param("data:image/png;base64," + fake("iVBORw0KGgo", 5000, BASE64), id="an image"),
    ],
)
def test_scan_text_leaves(text: str) -> None:
    assert scan_text(text, RULES) == ()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        pytest.param("Authorization", f"Bearer {TOKEN}", "Bearer GONE", id="bearer"),
        pytest.param("authorization", f"Token {HEX_KEY}", "Token GONE", id="another scheme"),
        pytest.param("authorization", TOKEN, "GONE", id="no scheme"),
        pytest.param("Proxy-Authorization", f"Basic {fake_basic()}", "Basic GONE", id="a proxy"),
        pytest.param(
            "Authorization",
            SIGV4.format(KEY_ID) + f"Signature={SIGNATURE}",
            SIGV4.format("GONE") + "Signature=GONE",
            id="the date and region of a signature stay",
        ),
        pytest.param(
            "Authorization",
            f'Digest username="u", realm="r", nonce="n", response="{HEX_KEY}", qop=auth',
            'Digest username="u", realm="r", nonce="n", response="GONE", qop=auth',
            id="the challenge of Digest stays",
        ),
        pytest.param("X-Api-Key", HEX_KEY, "GONE", id="a key"),
        pytest.param("ocp-apim-subscription-key", HEX_KEY, "GONE", id="a key of Azure"),
        pytest.param("x-agentops-api-key", HEX_KEY, "GONE", id="a key of a vendor nobody listed"),
        pytest.param("X-Vault-Token", fake("s.", 24), "GONE", id="a token of a vendor"),
        pytest.param(
            "Cookie", f"theme=dark; session={TOKEN}", "theme=dark; session=GONE", id="cookies"
        ),
        pytest.param(
            "Set-Cookie",
            f"sid=s%3A{TOKEN}; Path=/; Expires=Wed, 01 Dec 2027 00:00:00 GMT, b={TOKEN}; Secure",
            "sid=GONE; Path=/; Expires=Wed, 01 Dec 2027 00:00:00 GMT, b=GONE; Secure",
            id="several cookies in one field",
        ),
        pytest.param(
            "Location",
            f"https://example.com/cb?code={TOKEN}&state=1",
            "https://example.com/cb?code=GONE&state=1",
            id="a URL in a header",
        ),
        pytest.param(
            "Sec-WebSocket-Protocol",
            "realtime, openai-insecure-api-key." + fake("sk-", 48),
            "realtime, openai-insecure-api-key.GONE",
            id="a key in a protocol name",
        ),
        pytest.param("X-Ratelimit-Remaining-Tokens", "149984", "149984", id="a count of tokens"),
        pytest.param("Idempotency-Key", fake("", 36), fake("", 36), id="an idempotency key"),
        pytest.param("X-Goog-Api-Key", "<GEMINI_API_KEY>", "<GEMINI_API_KEY>", id="a placeholder"),
        pytest.param("Cookie", "COOKIE-XXX", "COOKIE-XXX", id="a placeholder for all cookies"),
        pytest.param("Access-Control-Allow-Credentials", "true", "true", id="a flag"),
        pytest.param("WWW-Authenticate", 'Bearer realm="x"', 'Bearer realm="x"', id="a challenge"),
    ],
)
def test_scan_header(name: str, value: str, expected: str) -> None:
    check(lambda text: scan_header(name, text, RULES), value, expected)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(
            f"https://user:{TOKEN}@example.com/", "https://user:GONE@example.com/", id="a password"
        ),
        pytest.param(
            "https://user:p%40ss%2Fword7@example.com/",
            "https://user:GONE@example.com/",
            id="a password with escapes",
        ),
        pytest.param(
            f"https://example.com/v1?api_key={HEX_KEY}&alt=sse",
            "https://example.com/v1?api_key=GONE&alt=sse",
            id="a parameter",
        ),
        pytest.param(
            f"https://example.com/?X-Amz-Credential={KEY_ID}%2F2026%2Fs3&X-Amz-Signature={SIGNATURE}",
            "https://example.com/?X-Amz-Credential=GONE%2F2026%2Fs3&X-Amz-Signature=GONE",
            id="a presigned URL",
        ),
        pytest.param(
            f"https://example.com/cb#access_token={TOKEN}&state=1",
            "https://example.com/cb#access_token=GONE&state=1",
            id="a fragment",
        ),
        pytest.param(
            f"https://example.com/?next=https%3A%2F%2Fa.io%2F%3Ftoken%3D{TOKEN}",
            "https://example.com/?next=https%3A%2F%2Fa.io%2F%3Ftoken%3DGONE",
            id="a URL in a URL",
        ),
        pytest.param(
            "https://example.com/bot1234567890:" + fake("AA", 33, URLSAFE) + "/getMe",
            "https://example.com/bot1234567890:GONE/getMe",
            id="a part of the path",
        ),
        pytest.param(
            f"/v1?q=a%20{_encoded(fake('sk-', 48))}", "/v1?q=a%20GONE", id="a key in escapes"
        ),
        pytest.param(f"/v1?api%5Fkey={TOKEN}", "/v1?api%5Fkey=GONE", id="a name with escapes"),
        pytest.param("/v1?key=value&code=de", "/v1?key=value&code=de", id="words for parameters"),
        pytest.param("https://x.io/?token=REDACTED", "https://x.io/?token=REDACTED", id="done"),
    ],
)
def test_scan_url(url: str, expected: str) -> None:
    check(lambda text: scan_url(text, RULES), url, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"grant_type=refresh_token&refresh_token={quote(fake('1//0', 99, URLSAFE), safe='')}",
            "grant_type=refresh_token&refresh_token=GONE",
            id="a refresh token",
        ),
        pytest.param(
            f"a=1&client%5Fsecret={TOKEN}&b=%C3%A4",
            "a=1&client%5Fsecret=GONE&b=%C3%A4",
            id="a name with escapes",
        ),
        pytest.param(f"assertion={fake_jwt()}", "assertion=GONE", id="a JWT"),
        pytest.param(
            f"note=%C3%A4%20{fake('sk-', 48)}%20x", "note=%C3%A4%20GONE%20x", id="a key in a text"
        ),
        pytest.param(
            f"note={_encoded(fake('sk-', 48))}&x=1", "note=GONE&x=1", id="a key in escapes"
        ),
        pytest.param("client_secret=DUMMY&x=%FF", "client_secret=DUMMY&x=%FF", id="a placeholder"),
    ],
)
def test_scan_form(text: str, expected: str) -> None:
    check(lambda value: scan_form(value, RULES), text, expected)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        pytest.param("api_key", HEX_KEY, "GONE", id="snake case"),
        pytest.param("clientSecret", TOKEN, "GONE", id="camel case"),
        pytest.param("AWS_SECRET_ACCESS_KEY", fake("", 40, BASE64), "GONE", id="capitals"),
        pytest.param("password", "hunter2", "GONE", id="a short password"),
        pytest.param("private_key", fake_private_key(), "GONE", id="a private key"),
        pytest.param("Authorization", f"Bearer {TOKEN}", "Bearer GONE", id="a header in a body"),
        pytest.param("slack_token", fake("xoxb-1-", 40, ALNUM), "GONE", id="a token by its value"),
        pytest.param("text", f"use {fake('sk-', 48)}", "use GONE", id="a key in a text"),
        pytest.param("url", f"https://x.io/?token={TOKEN}", "https://x.io/?token=GONE", id="a URL"),
        pytest.param("token", " Hello", " Hello", id="a token of a language model"),
        pytest.param("max_tokens", "4096", "4096", id="a count"),
        pytest.param("next_page_token", TOKEN, TOKEN, id="a position"),
        pytest.param("key", TOKEN, TOKEN, id="the key of anything"),
        pytest.param("signature", fake("", 400, BASE64), fake("", 400, BASE64), id="of thoughts"),
        pytest.param("password", "must not be empty", "must not be empty", id="an explanation"),
        pytest.param("api_key", "${API_KEY}", "${API_KEY}", id="a variable"),
        pytest.param("reset_password", "https://x.io/r", "https://x.io/r", id="an address"),
    ],
)
def test_scan_field(name: str, value: str, expected: str) -> None:
    check(lambda text: scan_field(name, text, RULES), value, expected)


@given(st.text(), st.text(), st.sampled_from([scan_header, scan_field]))
def test_named_scans_stay_in_the_text_and_are_stable(
    name: str, value: str, scan: Callable[..., tuple[Match, ...]]
) -> None:
    result = redacted(value, scan(name, value, RULES))
    assert scan(name, result, RULES) == ()


@given(st.text(alphabet="sk-_=:/@?&%4aB.\n\"' "), st.sampled_from([scan_text, scan_url, scan_form]))
def test_scans_are_stable(text: str, scan: Callable[..., tuple[Match, ...]]) -> None:
    result = redacted(text, scan(text, RULES))
    assert scan(result, RULES) == ()
