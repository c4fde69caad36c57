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
    Rule(
        "discord-token",
        SecretClass.CREDENTIAL,
        "Discord bot tokens: the id of the bot in base64, a time and a signature",
        pattern=Regex(
            r"(?<![A-Za-z0-9_.-])[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\."
            r"[A-Za-z0-9_-]{27,38}(?![A-Za-z0-9_.-])"
        ),
        keywords=("bot ", "discord"),
        keyword_inside=True,
        random=True,
        hits=(
            "Bot " + fake("MT", 24) + fake(".G", 5) + fake(".", 38, URLSAFE),
            "DISCORD_TOKEN=" + fake("OD", 24) + fake(".X", 5) + fake(".", 27, URLSAFE),
        ),
        misses=("Bot Notifications.are-on.here", "Bot " + fake("MT", 24) + fake(".", 30)),
    ),
    key_rule("twilio-key", "Twilio API keys", "SK", length=32, alphabet=HEX),
    key_rule("brevo-key", "Brevo keys", "xkeysib-", "xsmtpsib-", length=64, alphabet=HEX),
    key_rule("resend-key", "Resend keys", "re_", length=24, alphabet=URLSAFE),
)
