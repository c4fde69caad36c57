"""Tokens of GitHub and GitLab, which know each kind by its prefix."""

from cassette_cli.redaction.samples import URLSAFE
from cassette_cli.redaction.shapes import key_rule

RULES = (
    key_rule(
        "github-token",
        "GitHub tokens: personal, OAuth, user, server and refresh",
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        length=36,
    ),
    key_rule(
        "github-fine-grained-token",
        "GitHub tokens of fine-grained access",
        "github_pat_",
        length=40,
        alphabet=URLSAFE,
    ),
    key_rule(
        "gitlab-token",
        "GitLab tokens: personal, deploy, runner, trigger, job, feed, agent, mail and OAuth",
        "glpat-",
        "gldt-",
        "glrt-",
        "glrtr-",
        "glptt-",
        "glcbt-",
        "glsoat-",
        "gloas-",
        "glft-",
        "glimt-",
        "glagent-",
        "glffct-",
        length=20,
        alphabet=URLSAFE,
    ),
)
