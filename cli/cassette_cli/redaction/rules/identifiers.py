"""What tells whose account or machine it was: ids of requests and accounts, names, addresses."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass

RULES = (
    Rule(
        "request-id",
        SecretClass.IDENTIFIER,
        "Ids of requests and traces, by which a provider finds who made them",
        names=Regex(
            r"(?:[a-z0-9]+-)*(?:request|correlation|trace|transaction|invocation|generation)-?id"
        ),
        headers=(
            "akamai-grn",
            "amz-sdk-invocation-id",
            "apim-request-id",
            "cf-ray",
            "traceparent",
            "traceresponse",
            "tracestate",
            "x-amz-cf-id",
            "x-amzn-requestid",
            "x-amzn-trace-id",
            "x-client-ip",
            "x-cloud-trace-context",
            "x-forwarded-for",
            "x-msedge-ref",
            "x-real-ip",
        ),
    ),
    Rule(
        "account-id",
        SecretClass.IDENTIFIER,
        "Ids of organisations, projects, users and sessions in fields that are named so",
        names=Regex(
            r"(?:[a-z0-9]+-)*(?:organi[sz]ation|org|project|workspace|tenant|account|customer|user"
            r"|team|subscription|client|session)-?(?:id|uuid)"
        ),
        fields=("organization", "useremail", "username"),
        headers=("azureml-model-session", "x-goog-authenticated-user-email"),
    ),
    Rule(
        "email-address",
        SecretClass.IDENTIFIER,
        "E-mail addresses outside of the domains that are kept for examples (RFC 2606)",
        pattern=Regex(
            r"(?<![A-Za-z0-9._%+@/:-])(?!git@|noreply@|no-reply@)"
            r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@"
            r"(?!(?:[\w-]+\.)*(?:example|test|invalid|localhost)(?:\.(?:com|net|org))?(?![\w.-]))"
            r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}(?![\w(-])"
        ),
        keywords=("@",),
        keyword_inside=True,
        hits=("jane.doe+news" + "@" + "acme-mail.com", "write to ops" + "@" + "acme.co.uk."),
        misses=(
            "left-pad@4.5.0",
            "@types/node@20.11.5",
            "@agent.tool",
            "user@example.com",
            "git@github.com:acme/app.git",
            "https://user:pw@db.acme.com",
        ),
    ),
    Rule(
        "home-directory",
        SecretClass.IDENTIFIER,
        "The name of a user in the path of a home directory",
        pattern=Regex(
            r"(?:(?<![\w.:/-])/(?:Users|home)/"
            r"|(?<=[A-Za-z]:)(?:\\{1,4}|/)Users(?:\\{1,4}|/))"
            r"(?!(?:Shared|Public|Default|runner|user|username|name|you|ubuntu|vscode|app|node)\b)"
            r"(?P<secret>[A-Za-z0-9_][A-Za-z0-9_.-]*)(?=[/\\\"'\s:]|$)"
        ),
        keywords=("/users/", "/home/", "\\users\\", "\\\\users\\\\"),
        hits=("File /Users/janedoe/app.py", "/home/jdoe/src", r"C:\Users\jdoe\src"),
        misses=("https://example.com/home/about", "/home/user/app", "/Users/Shared/x"),
    ),
)
