"""Secrets in URLs: passwords of users, signatures, and addresses that are secrets themselves."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import ALNUM, HEX, URLSAFE, fake

RULES = (
    Rule(
        "url-password",
        SecretClass.CREDENTIAL,
        "The password in URLs and connection strings such as scheme://user:password@host",
        pattern=Regex(r"://[^\s/:@\"'<>\\]*:(?P<secret>[^\s/@\"'<>\\]{3,})@(?=[\w\[])"),
        keywords=("://",),
        hits=(
            fake("postgres://user:", 12) + "@db.example.com/app",
            fake("https://:", 16) + "@example.com",
        ),
        misses=(
            "postgres://user:password@localhost/app",
            "postgres://user:${PASSWORD}@localhost/app",
            "http://localhost:8080/@scope",
        ),
    ),
    Rule(
        "url-user-token",
        SecretClass.CREDENTIAL,
        "A token in place of the user in a URL",
        pattern=Regex(r"://(?P<secret>[^\s/:@\"'<>\\]{16,}):?@(?=[\w\[])"),
        keywords=("://",),
        random=True,
        hits=(fake("https://", 32, HEX) + "@o1.ingest.example.io/2",),
        misses=("https://some-long-user-name@example.com/", fake("https://", 8) + "@example.com"),
    ),
    Rule(
        "webhook-url",
        SecretClass.CREDENTIAL,
        "Addresses of Slack, Discord and Teams that let anybody post who knows them",
        pattern=Regex(
            r"(?:hooks\.slack\.com/(?:services|workflows|triggers)"
            r"|discord(?:app)?\.com/api/webhooks|webhook\.office\.com/webhookb2)"
            r"/(?P<secret>[A-Za-z0-9/_@-]{24,})"
        ),
        keywords=("hooks.slack.com", "discord.com", "discordapp.com", "webhook.office.com"),
        random=True,
        hits=(
            fake("https://hooks.slack.com/services/T0AB12CD3/B0EF45GH6/", 24, ALNUM),
            fake("https://discord.com/api/webhooks/123456789012345678/", 68, URLSAFE),
        ),
        misses=(
            "https://hooks.slack.com/services/YOUR/WEBHOOK/URL",
            "https://discord.com/developers",
        ),
    ),
    Rule(
        "upload-id",
        SecretClass.CREDENTIAL,
        "Sessions of a resumable upload: who knows the URL may write",
        pattern=Regex(r"upload_id=(?P<secret>[A-Za-z0-9_-]{20,})"),
        keywords=("upload_id=",),
        random=True,
        hits=(fake("https://example.com/upload?upload_id=", 60, URLSAFE),),
        misses=("upload_id=12345",),
    ),
)
