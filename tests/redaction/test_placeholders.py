import pytest

from cassette_cli.redaction.placeholders import is_placeholder
from cassette_cli.redaction.samples import (
    ALNUM,
    HEX,
    UPPER,
    URLSAFE,
    fake,
    fake_basic,
    fake_jwt,
    fake_uuid,
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("REDACTED", id="our own"),
        pytest.param("[FILTERED]", id="a word in brackets"),
        pytest.param("AUTHORIZATION-XXX", id="name of the header and XXX"),
        pytest.param("X-AMZ-SECURITY-TOKEN-XXX", id="long name of a header and XXX"),
        pytest.param("Bearer <AUTH_TOKEN>", id="a name in angle brackets after a scheme"),
        pytest.param("test_openai_api_key", id="words with test among them"),
        pytest.param("Bearer test_aws_authorization", id="such words after a scheme"),
        pytest.param("DUMMY_GOOGLE_API_KEY", id="words with dummy among them"),
        pytest.param("FAKE-SESSION-TOKEN-FOR-VCR-TESTING-ONLY", id="a whole sentence of words"),
        pytest.param("your-api-key-here", id="an invitation"),
        pytest.param("YOUR_API_KEY", id="an invitation in capitals"),
        pytest.param("XXXXXX", id="one letter again and again"),
        pytest.param("sk-xxxxxxxxxxxxxxxx", id="one letter after a prefix"),
        pytest.param("00000000-0000-0000-0000-000000000000", id="the zero UUID"),
        pytest.param("0" * 39 + "1", id="zeros, and a number at their end"),
        pytest.param("<<CONSOLE_PASSWORD>>", id="a name in two angle brackets"),
        pytest.param("<<<password>>>", id="a name in three angle brackets"),
        pytest.param("$PROJECT:vstfs:///Classification/x/" + fake_uuid(), id="an address"),
        pytest.param("%24PROJECT%3Avstfs%3A%2F%2F%2Fx%2F" + fake_uuid(), id="an escaped address"),
        pytest.param("********", id="stars"),
        pytest.param("####", id="number signs"),
        pytest.param("sk-proj-***************abcd", id="a key that the provider has masked"),
        pytest.param("sk-...abcd", id="a key that is cut in the middle"),
        pytest.param("${OPENAI_API_KEY}", id="a variable of a shell"),
        pytest.param("$TOKEN", id="a variable of a shell without braces"),
        pytest.param("{{ api_key }}", id="a variable of a template"),
        pytest.param("<%= ENV['KEY'] %>", id="a variable of a Ruby template"),
        pytest.param("%API_KEY%", id="a variable of Windows"),
        pytest.param("OPENAI_API_KEY", id="the name of a variable"),
        pytest.param("__cf_bm=REDACTED; path=/", id="a cookie of which the value is gone"),
        pytest.param(fake("AKIA", 9, UPPER) + "EXAMPLE", id="a key that says it is an example"),
        pytest.param("req_REDACTED", id="a prefix and a word"),
        pytest.param("password", id="the name instead of the value"),
        pytest.param("null", id="nothing"),
        pytest.param("", id="an empty text"),
    ],
)
def test_is_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(fake("sk-", 48), id="a key"),
        pytest.param(fake("sk_test_", 48), id="a key for tests opens a door too"),
        pytest.param(fake("test-", 32), id="random characters after test"),
        pytest.param(fake("", 32, HEX), id="hexadecimal digits"),
        pytest.param(fake("", 40, URLSAFE), id="random characters with dashes"),
        pytest.param("Bearer " + fake("", 40, ALNUM), id="a token after its scheme"),
        pytest.param("Basic " + fake_basic(), id="base64 that ends in equals signs"),
        pytest.param(fake_jwt(), id="a JWT"),
        pytest.param("<" + fake("", 32) + ">", id="a token in angle brackets"),
        pytest.param("session=" + fake("", 32) + "; Path=/", id="a cookie"),
        pytest.param("correct-horse-battery-staple", id="a passphrase"),
        pytest.param("hunter2", id="a word with a digit"),
        pytest.param("fake" * 100, id="a text longer than a placeholder"),
    ],
)
def test_is_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    "own",
    [
        pytest.param("gone", id="a word"),
        pytest.param("[taken out]", id="two words"),
        pytest.param(fake("sk-", 48), id="what looks like a key"),
    ],
)
def test_what_the_user_wants_to_stand_there_is_a_placeholder(own: str) -> None:
    assert is_placeholder(own, own)
    assert is_placeholder(f"Bearer {own}", own)


def test_a_part_of_the_placeholder_counts_if_it_is_long() -> None:
    assert is_placeholder("s%3AWITHHELD", "WITHHELD")
    assert not is_placeholder("hunter2", "2")
    assert not is_placeholder("hunter2", "")
