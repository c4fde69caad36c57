"""Keys of clouds, package registries and developer platforms that differ in their prefix only."""

from cassette_cli.redaction.samples import HEX, UPPER, URLSAFE
from cassette_cli.redaction.shapes import key_rule

RULES = (
    key_rule("age-key", "age secret keys", "AGE-SECRET-KEY-1", length=58, alphabet=UPPER),
    key_rule("atlassian-token", "Atlassian API tokens", "ATATT3xFf", length=100, alphabet=URLSAFE),
    key_rule("digitalocean-token", "DigitalOcean", "dop_v1_", "doo_v1_", length=64, alphabet=HEX),
    key_rule("docker-token", "Docker Hub tokens", "dckr_pat_", length=24, alphabet=URLSAFE),
    key_rule("doppler-token", "Doppler tokens", "dp.pt.", "dp.st.", length=40),
    key_rule("figma-token", "Figma tokens", "figd_", length=40, alphabet=URLSAFE),
    key_rule("linear-key", "Linear API keys", "lin_api_", length=40),
    key_rule("mailgun-key", "Mailgun keys", "key-", length=32, alphabet=HEX),
    key_rule("notion-token", "Notion tokens", "ntn_", length=40),
    key_rule("npm-token", "npm tokens", "npm_", length=36),
    key_rule("postman-key", "Postman keys", "PMAK-", length=24, alphabet=URLSAFE),
    key_rule("pulumi-token", "Pulumi tokens", "pul-", length=40, alphabet=HEX),
    key_rule("pypi-token", "PyPI tokens", "pypi-AgE", length=50, alphabet=URLSAFE),
    key_rule("rubygems-key", "RubyGems keys", "rubygems_", length=48, alphabet=HEX),
    key_rule(
        "shopify-token",
        "Shopify tokens",
        "shpat_",
        "shpca_",
        "shppa_",
        "shpss_",
        length=32,
        alphabet=HEX,
    ),
    key_rule("supabase-key", "Supabase keys", "sbp_", "sb_secret_", length=20, alphabet=URLSAFE),
    key_rule("vault-token", "HashiCorp Vault tokens", "hvs.", "hvb.", length=24, alphabet=URLSAFE),
)
