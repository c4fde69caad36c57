"""AWS keys (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html)."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import ALNUM, BASE64, HEX, UPPER, fake
from cassette_cli.redaction.shapes import key_rule

RULES = (
    Rule(
        "aws-access-key-id",
        SecretClass.CREDENTIAL,
        "Ids of long-lived (AKIA) and temporary (ASIA) access keys",
        pattern=Regex(r"(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])"),
        keywords=("akia", "asia", "abia", "acca"),
        headers=("x-amz-access-key-id",),
        query=("awsaccesskeyid",),
        hits=(fake("AKIA", 16, UPPER), fake("Credential=ASIA", 16, UPPER) + "/20260101/us-east-1"),
        misses=(
            "AKIA is the prefix of a key id",
            fake("AKIA", 15, UPPER),
            fake("xAKIA", 16, UPPER),
        ),
    ),
    Rule(
        "aws-session-token",
        SecretClass.CREDENTIAL,
        "Session tokens of temporary credentials",
        pattern=Regex(
            r"(?<![A-Za-z0-9+/])(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|AgoJb3JpZ2lu|AQoDYXdz)"
            r"[A-Za-z0-9+/=%_-]{60,}"
        ),
        keywords=("iqojb3jpz2lu", "fwogzxivyxdz", "agojb3jpz2lu", "aqodyxdz"),
        headers=("x-amz-security-token", "x-amz-s3session-token"),
        query=("x-amz-security-token",),
        hits=(fake("IQoJb3JpZ2luX2VjE", 300, BASE64) + "==",),
        misses=("IQoJb3JpZ2luX2Vj", fake("IQoJb3JpZ2lu", 20, ALNUM)),
    ),
    key_rule(
        "aws-bedrock-key",
        "API keys of Amazon Bedrock",
        "ABSK",
        "bedrock-api-key-",
        length=100,
        alphabet=BASE64,
        padding="={0,2}",
    ),
    Rule(
        "aws-signature",
        SecretClass.CREDENTIAL,
        "Signatures of requests and of presigned URLs (Signature Version 4)",
        pattern=Regex(r"(?i:signature)(?:=|%3[Dd])(?P<secret>[0-9a-f]{64})(?![0-9a-f])"),
        keywords=("signature=", "signature%3d"),
        query=("x-amz-signature",),
        hits=(fake("X-Amz-Signature=", 64, HEX), fake("SignedHeaders=host, Signature=", 64, HEX)),
        misses=(fake("Signature=", 63, HEX), "Signature=REDACTED"),
    ),
    Rule(
        "aws-account",
        SecretClass.IDENTIFIER,
        "The account in Amazon Resource Names",
        pattern=Regex(r"arn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:(?P<secret>\d{12})(?!\d)"),
        keywords=("arn:aws",),
        hits=("arn:aws:bedrock:us-east-1:" + fake("", 12, "123456789") + ":inference-profile/x",),
        misses=(
            "arn:aws:bedrock:us-east-1::foundation-model/x",
            "arn:aws:iam::000000000000:user/x",
        ),
    ),
)
