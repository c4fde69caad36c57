"""Credentials in HTTP fields, and in texts that quote such fields (RFC 9110, section 11)."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import URLSAFE, fake, fake_basic

RULES = (
    Rule(
        "authorization",
        SecretClass.CREDENTIAL,
        "Authorization and Proxy-Authorization fields of every scheme",
        headers=("authorization", "proxy-authorization", "x-authorization"),
        pattern=Regex(
            r"""(?i:authorization)(?:\\*["'])?\s*[:=,]\s*(?:\\*["'])?"""
            r"(?:[A-Za-z][A-Za-z0-9-]{1,30}\s+)?(?!Credential=)(?P<secret>[A-Za-z0-9._~+/=:%-]{16,})"
        ),
        keywords=("authorization",),
        random=True,
        hits=(
            fake("Authorization: ", 40),
            fake("authorization: Token ", 32),
            fake('"Authorization": "Klaviyo-API-Key ', 34),
        ),
        misses=(
            "Authorization: Bearer <AUTH_TOKEN>",
            "Authorization: Bearer $TOKEN",
            "authorization: required-for-all-endpoints",
        ),
    ),
    Rule(
        "bearer-token",
        SecretClass.CREDENTIAL,
        "A token after the word Bearer (RFC 6750)",
        pattern=Regex(r"\b(?i:bearer)\s+(?P<secret>[A-Za-z0-9._~+/-]{16,}={0,2})"),
        keywords=("bearer",),
        random=True,
        hits=(fake("Bearer ", 40), fake("curl -H 'Authorization: bearer ", 64, URLSAFE) + "'"),
        misses=("Bearer authentication-is-required-here", "Bearer test_openai_api_key"),
    ),
    Rule(
        "basic-credentials",
        SecretClass.CREDENTIAL,
        "A user name and password after the word Basic (RFC 7617)",
        pattern=Regex(r"\b(?i:basic)\s+(?P<secret>[A-Za-z0-9+/]{12,}={0,2})(?![A-Za-z0-9+/=_-])"),
        keywords=("basic",),
        random=True,
        hits=("Basic " + fake_basic(), "authorization: basic " + fake_basic()),
        misses=("Basic authentication", "basic understanding", "Basic $CREDENTIALS"),
    ),
    Rule(
        "curl-user",
        SecretClass.CREDENTIAL,
        "The password in the option --user of curl",
        pattern=Regex(r"(?<=\s)(?:-u|--user)[ =][\"']?[^\s:\"'$<{]*:(?P<secret>[^\s\"'\\]{6,})"),
        keywords=("-u ", "--user ", "--user="),
        random=True,
        hits=(
            fake("curl -u user:", 20) + " https://example.com",
            fake("curl --user 'user:", 24) + "'",
        ),
        misses=("docker run -u 1000:1000", "curl -u user:$PASSWORD", "curl -u user:password"),
    ),
    Rule(
        "cloudflare-cookie",
        SecretClass.CREDENTIAL,
        "Cookies by which Cloudflare tells people from bots, in most recordings; they open nothing",
        pattern=Regex(r"(?:__cf_bm|_cfuvid)=(?P<secret>[^\s;,\"'\\]{16,})"),
        keywords=("__cf_bm=", "_cfuvid="),
        random=True,
        hits=(fake("__cf_bm=", 64) + "; path=/", fake("_cfuvid=", 64)),
        misses=("__cf_bm=REDACTED; path=/", "_cfuvid=none"),
    ),
    Rule(
        "cookie",
        SecretClass.CREDENTIAL,
        "The values of cookies (RFC 6265)",
        headers=("cookie", "cookie2", "set-cookie", "set-cookie2"),
        pattern=Regex(
            r"(?i:cookie):\s*(?!__cf_bm=|_cfuvid=)[\w!#$%&'*+.^`|~-]+=(?P<secret>[^\s;,\"'\\]{16,})"
        ),
        keywords=("cookie:",),
        random=True,
        hits=(fake("Cookie: session=", 32), fake("set-cookie: sid=", 43) + "; Path=/"),
        misses=("Cookie: theme=dark", "Set-Cookie: session=<COOKIE>; Path=/", "cookie: yes"),
    ),
)
