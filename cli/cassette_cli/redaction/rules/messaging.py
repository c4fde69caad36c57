"""Keys of services that send mail and messages."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import HEX, URLSAFE, fake
from cassette_cli.redaction.shapes import START, key_rule

RULES = (
    Rule(
        "sendgrid-key",
        SecretClass.CREDENTIAL,
        "SendGrid API keys",
        pattern=Regex(START + r"SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{30,}"),
        keywords=("sg.",),
        random=True,
        hits=(fake("SG.", 22, URLSAFE) + fake(".", 43, URLSAFE),),
        misses=("SG.sendgrid.documentation", fake("SG.", 22)),
    ),
    Rule(
        "telegram-token",
        SecretClass.CREDENTIAL,
        "Telegram bot tokens",
        pattern=Regex(r"(?<=\d{8}):(?P<secret>AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])"),
        keywords=(":aa",),
        random=True,
        hits=(fake("https://api.telegram.org/bot1234567890:AA", 33, URLSAFE) + "/getMe",),
        misses=(fake("12:AA", 33), fake("1234567890:AA", 20)),
    ),
    key_rule("twilio-key", "Twilio API keys", "SK", length=32, alphabet=HEX),
    key_rule("brevo-key", "Brevo keys", "xkeysib-", "xsmtpsib-", length=64, alphabet=HEX),
    key_rule("resend-key", "Resend keys", "re_", length=24, alphabet=URLSAFE),
)
