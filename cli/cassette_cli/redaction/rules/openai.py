"""OpenAI keys and ids (https://platform.openai.com/docs/api-reference/authentication)."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import ALNUM, HEX, URLSAFE, fake
from cassette_cli.redaction.shapes import START, key_rule

RULES = (
    Rule(
        "openai-key",
        SecretClass.CREDENTIAL,
        "Keys of OpenAI, and of DeepSeek, LiteLLM and others that begin alike",
        pattern=Regex(START + r"sk-(?!ant-|or-v1-|lf-)[A-Za-z0-9_-]{20,}"),
        keywords=("sk-",),
        random=True,
        hits=(
            fake("sk-", 48),
            fake("sk-proj-", 156, URLSAFE),
            fake("sk-svcacct-", 156, URLSAFE),
            fake("sk-admin-", 156, URLSAFE),
            fake("sk-", 32, HEX),
            fake("openai-insecure-api-key.sk-proj-", 100, URLSAFE),
            fake("line\\nsk-", 48),
            fake("%3Dsk-", 48),
        ),
        misses=(
            "keys begin with sk-proj- or sk-ant-",
            "sk-adjusted-return-on-capital-for-large-portfolios",
            fake("task-", 36),
            fake("Qsk-", 48),
            fake("a-sk-", 48),
        ),
    ),
    key_rule("openai-session-key", "Session keys of the OpenAI dashboard", "sess-", length=40),
    key_rule(
        "openai-ephemeral-key",
        "Short-lived client secrets of the OpenAI Realtime API",
        "ek_",
        length=32,
        alphabet=ALNUM,
    ),
    Rule(
        "openai-organization",
        SecretClass.IDENTIFIER,
        "Fields with the organisation and project of an OpenAI account",
        headers=(
            "openai-organization",
            "openai-project",
            "llm_provider-openai-organization",
            "llm_provider-openai-project",
        ),
    ),
    Rule(
        "openai-account-id",
        SecretClass.IDENTIFIER,
        "Ids of organisations, projects and users of OpenAI in any text",
        pattern=Regex(
            START + r"(?:org-[A-Za-z0-9]{20,}|proj_[A-Za-z0-9]{20,}|user-[A-Za-z0-9]{20,})"
        ),
        keywords=("org-", "proj_", "user-"),
        random=True,
        hits=(fake("org-", 24), fake("proj_", 24), fake("user-", 24)),
        misses=("org-chart-of-the-whole-company", "user-agent", "proj_dir", fake("lorg-", 24)),
    ),
)
