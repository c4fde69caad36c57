"""Google keys and tokens (https://cloud.google.com/docs/authentication/token-types)."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import URLSAFE, fake
from cassette_cli.redaction.shapes import START, key_rule

RULES = (
    key_rule("google-api-key", "Google API keys", "AIza", length=35, alphabet=URLSAFE),
    Rule(
        "google-authorization-key",
        SecretClass.CREDENTIAL,
        "Google API keys that are bound to a service account",
        pattern=Regex(START + r"AQ\.[A-Za-z0-9_-]{40,}"),
        keywords=("aq.",),
        random=True,
        hits=(fake("AQ.Ab8RN6", 44, URLSAFE),),
        misses=("see the FAQ.", fake("AQ.", 20, URLSAFE), fake("FAQ.", 50)),
    ),
    key_rule(
        "google-client-secret",
        "Google OAuth client secrets",
        "GOCSPX-",
        length=28,
        alphabet=URLSAFE,
    ),
    Rule(
        "google-access-token",
        SecretClass.CREDENTIAL,
        "Google OAuth access tokens",
        pattern=Regex(START + r"ya29\.[A-Za-z0-9._-]{20,}"),
        keywords=("ya29.",),
        random=True,
        hits=(fake("ya29.a0", 160, URLSAFE),),
        misses=("ya29.FILTERED", fake("ya29.", 12)),
    ),
    Rule(
        "google-refresh-token",
        SecretClass.CREDENTIAL,
        "Google OAuth refresh tokens",
        pattern=Regex(r"(?<![\w/:-])1(?://|%2[Ff]%2[Ff])0[A-Za-z0-9_-]{40,}"),
        keywords=("1//0", "1%2f%2f0"),
        random=True,
        hits=(fake("1//0", 99, URLSAFE), fake("1%2F%2F0", 99, URLSAFE)),
        misses=("1//0 is a division", fake("/1//0", 12)),
    ),
    Rule(
        "google-project",
        SecretClass.IDENTIFIER,
        "The project in the URLs and fields of Google Cloud",
        pattern=Regex(r"projects/(?P<secret>[a-z][a-z0-9-]{4,28}[a-z0-9])/locations/"),
        keywords=("projects/",),
        headers=("x-goog-user-project",),
        hits=("v1/projects/acme-prod-4711/locations/us-central1",),
        misses=("projects/my-project", "v1/projects/fake-project/locations/us"),
    ),
)
