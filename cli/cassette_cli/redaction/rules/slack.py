"""Slack tokens (https://api.slack.com/concepts/token-types)."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import ALNUM, UPPER, fake
from cassette_cli.redaction.shapes import START

RULES = (
    Rule(
        "slack-token",
        SecretClass.CREDENTIAL,
        "Slack tokens of bots, users, apps and configurations",
        pattern=Regex(START + r"(?:xox[abceoprs](?:\.xox[bp])?-|xapp-)[A-Za-z0-9-]{16,}"),
        keywords=(*(f"xox{letter}" for letter in "abceoprs"), "xapp-"),
        random=True,
        hits=(
            "xoxb-" + fake("", 12, "123456789") + fake("-", 13, "123456789") + fake("-", 24, ALNUM),
            fake("xapp-1-A012BCDEF-1234567890123-", 64),
            fake("xoxe.xoxp-1-", 160, UPPER),
        ),
        misses=("xoxb-your-token-goes-in-here", fake("xoxb-", 10), fake("axoxb-", 40)),
    ),
)
