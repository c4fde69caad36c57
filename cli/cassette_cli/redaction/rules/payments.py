"""Keys of payment services (https://docs.stripe.com/keys)."""

from cassette_cli.redaction.samples import BASE64, URLSAFE
from cassette_cli.redaction.shapes import key_rule

RULES = (
    key_rule(
        "stripe-key",
        "Secret and restricted keys of Stripe, also those of test mode; Clerk's begin alike",
        "sk_live_",
        "sk_test_",
        "rk_live_",
        "rk_test_",
        length=16,
    ),
    key_rule(
        "webhook-secret",
        "Secrets that sign webhooks (Stripe, Svix)",
        "whsec_",
        length=24,
        alphabet=BASE64,
        padding="={0,2}",
    ),
    key_rule(
        "square-token",
        "Square tokens and secrets",
        "sq0atp-",
        "sq0csp-",
        length=22,
        alphabet=URLSAFE,
    ),
)
