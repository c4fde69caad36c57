"""Anthropic keys (https://docs.anthropic.com/en/api/overview)."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import URLSAFE, fake
from cassette_cli.redaction.shapes import START

RULES = (
    Rule(
        "anthropic-key",
        SecretClass.CREDENTIAL,
        "Anthropic API keys, admin keys and OAuth tokens",
        pattern=Regex(START + r"sk-ant-(?:[a-z]{2,8}\d{2}-)?[A-Za-z0-9_-]{20,}"),
        keywords=("sk-ant-",),
        random=True,
        hits=(
            fake("sk-ant-api03-", 95, URLSAFE),
            fake("sk-ant-admin01-", 95, URLSAFE),
            fake("sk-ant-oat01-", 95, URLSAFE),
        ),
        misses=("sk-ant-api03-", "keys begin with sk-ant-", fake("task-ant-", 40)),
    ),
    Rule(
        "anthropic-organization",
        SecretClass.IDENTIFIER,
        "The organisation and workspace of an Anthropic account",
        headers=("anthropic-organization-id", "anthropic-workspace-id"),
    ),
)
