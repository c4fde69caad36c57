"""Keys of tracing, analytics and monitoring services."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import ALNUM, BASE64, URLSAFE, fake_uuid
from cassette_cli.redaction.shapes import START, key_rule

RULES = (
    Rule(
        "langfuse-key",
        SecretClass.CREDENTIAL,
        "Langfuse secret keys",
        pattern=Regex(START + r"sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        keywords=("sk-lf-",),
        hits=("sk-lf-" + fake_uuid(),),
        misses=("sk-lf-...", "sk-lf-00000000-0000-0000-0000-000000000000"),
    ),
    key_rule(
        "langsmith-key", "LangSmith API keys", "lsv2_pt_", "lsv2_sk_", length=32, alphabet=URLSAFE
    ),
    key_rule("posthog-key", "PostHog project and personal keys", "phc_", "phx_", length=40),
    key_rule("sentry-token", "Sentry tokens of users", "sntryu_", length=60, alphabet=URLSAFE),
    key_rule(
        "sentry-organization-token",
        "Sentry tokens of organisations: JSON in base64, and a secret",
        "sntrys_eyJ",
        length=60,
        alphabet=BASE64,
        padding="(?:={0,2}_[A-Za-z0-9+/]{20,})?={0,2}",
    ),
    key_rule("grafana-token", "Grafana tokens", "glsa_", "glc_", length=32, alphabet=URLSAFE),
    key_rule("newrelic-key", "New Relic user keys", "NRAK-", length=27),
    key_rule("logfire-token", "Logfire tokens", "pylf_v1_", length=40, alphabet=URLSAFE),
    key_rule(
        "honeycomb-key", "Honeycomb ingest keys", "hcaik_", "hcbik_", length=50, alphabet=ALNUM
    ),
    key_rule("braintrust-key", "Braintrust service tokens", "bt-st-", length=40, alphabet=ALNUM),
)
