"""Token formats that are no vendor's own: JSON Web Tokens (RFC 7519), PEM keys (RFC 7468)."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import URLSAFE, fake, fake_jwt, fake_private_key
from cassette_cli.redaction.shapes import START

RULES = (
    Rule(
        "jwt",
        SecretClass.CREDENTIAL,
        "JSON Web Tokens, signed or encrypted",
        pattern=Regex(
            START + r"eyJ[A-Za-z0-9_-]{8,}\.(?:eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*"
            r"|[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+){3})"
        ),
        keywords=("eyj",),
        hits=(fake_jwt(), f"token:{fake_jwt()};"),
        misses=(
            "a JWT starts with eyJ because of the brace",
            "eyJhbGciOi... is only a header",
            fake("eyJ", 40, URLSAFE),
        ),
    ),
    Rule(
        "private-key",
        SecretClass.CREDENTIAL,
        "Private keys in PEM, also where their line ends are escaped",
        pattern=Regex(
            r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
            r"(?:(?:[^-]|-(?!----)){32,20000}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
            r"|(?:[A-Za-z0-9+/=\s]|\\+[nr])+)"
        ),
        keywords=("-----begin",),
        random=True,
        hits=(
            fake_private_key(),
            fake_private_key("RSA PRIVATE KEY").replace("\n", "\\n"),
            fake_private_key("EC PRIVATE KEY").partition("-----END")[0],
        ),
        misses=(
            fake_private_key("CERTIFICATE"),
            "-----BEGIN PRIVATE KEY-----\nREDACTED\n-----END PRIVATE KEY-----",
        ),
    ),
)
