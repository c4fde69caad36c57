"""Secrets that their names give away: in headers, parameters, JSON members and assignments."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import ALNUM, BASE64, HEX, fake, fake_uuid

_KEY_OWNERS = (
    "api|access|secret|private|auth|account|subscription|shared|signing|encryption|"
    "master|functions|license"
)
_DOUBTFUL_KEY_OWNERS = (
    "session|service|app|application|consumer|deploy|host|ssh|admin|webhook|project|team|root|"
    "primary|secondary|sas|hmac|jwt|server|anthropic|azure|cohere|deepseek|gemini|github|groq|"
    "mistral|openai|openrouter|stripe"
)
_OPENING = (
    "access|refresh|id|auth|oauth|session|security|bearer|api|bot|user|csrf|xsrf|subject|"
    "device|personal|private|service|registry|deploy|login|app"
)
_WORD_BEFORE = r"(?:[a-z0-9]+-)*"
_CERTAIN_NAMES = Regex(
    _WORD_BEFORE
    + r"(?:"
    + rf"(?:{_KEY_OWNERS})-?key"
    + r"|secret-?access-?key|[a-z]*api-?key|ocp-apim-subscription-key"
    + rf"|(?:{_OPENING})-?token"
    + r"|(?:client|app|application|api|consumer|webhook|signing|shared|bot|oauth)-?secret"
    + r"|passw(?:or)?d|passphrase|pwd|api-?secret-?key|secret-?token|private-?token"
    + r"|connection-?string|shared-?access-?signature|device-?code|honeycomb-?team"
    + r"|client-?assertion|code-?verifier|saml-?response"
    + r")"
)
# Tokens that count pages, words and requests open nothing.
_COUNTING = (
    "page|next|previous|prev|continuation|pagination|cursor|sync|resume|change|start|end|"
    "stop|client|request|idempotency|cancellation|first|last|max|min|per|pad|eos|bos|unk|"
    "mask|sep|cls|special|image|audio|output|input|text|completion|prompt|upload"
)
_DOUBTFUL_NAMES = Regex(
    rf"(?!(?:.*-)?(?:{_COUNTING})-?token$)"
    + _WORD_BEFORE
    + r"(?:[a-z]*token|[a-z]*secrets?|auth|credentials|jwt|bearer|pat|assertion|signed-?url"
    + rf"|auth-?code|otp|(?:{_DOUBTFUL_KEY_OWNERS})-?key)"
)

_SEPARATOR = (
    r"""(?:\\*["'`])?(?:\s*(?::=|=>|[:=])\s*|%3[AaDd](?:%20)?|\s+is:?\s+|(?<=--token)\s+"""
    r"""|(?<=--password)\s+|(?<=--secret)\s+|(?<=--api-key)\s+)(?:\\*["'`]|%22)?"""
)
_VALUE = r"(?P<secret>[^\s\"'`\\,;&<>(){}\[\]|]{%d,})"


def _after(words: str) -> str:
    """Make an expression that looks back for one of the words, joined or with "-" or "_"."""
    return "(?:" + "|".join(f"(?<={word})|(?<={word}[ _-])" for word in words.split("|")) + ")"


RULES = (
    Rule(
        "secret-field",
        SecretClass.CREDENTIAL,
        "Fields such as x-api-key, client_secret, accessToken and password",
        names=_CERTAIN_NAMES,
    ),
    Rule(
        "token-field",
        SecretClass.CREDENTIAL,
        "Fields that may hold a secret by their name, and do by their value",
        names=_DOUBTFUL_NAMES,
        query=("key", "code", "sig", "signature", "hash", "session", "sid", "upload_id", "ticket"),
        headers=(
            "stripe-signature",
            "x-hub-signature",
            "x-hub-signature-256",
            "x-signature",
            "x-slack-signature",
            "x-twilio-signature",
        ),
        random=True,
    ),
    Rule(
        "secret-assignment",
        SecretClass.CREDENTIAL,
        'Assignments such as API_KEY=… and "clientSecret": "…" in any text',
        pattern=Regex(
            "(?i)(?:"
            + _after(f"{_KEY_OWNERS}|{_DOUBTFUL_KEY_OWNERS}")
            + r"key|(?<=[?&])key|secret(?:[_-]?access)?(?:[_-]?key)?|(?<=[?&])code"
            + r")"
            + _SEPARATOR
            + _VALUE % 16
        ),
        keywords=("key", "secret", "code="),
        random=True,
        hits=(
            fake("API_KEY=", 32),
            fake("--api-key ", 40),
            '{"client_secret": "' + fake("", 40) + '"}',
            "x-api-key: " + fake("", 32, HEX),
            fake("aws_secret_access_key = ", 40, BASE64),
            '\\"apiKey\\":\\"' + fake_uuid() + '\\"',
            fake("https://api.example.com/v1?key=", 39),
        ),
        misses=(
            "api_key=${OPENAI_API_KEY}",
            "os.environ['OPENAI_API_KEY']",
            "api_key=process.env.ANTHROPIC_API_KEY",
            "x-api-key: YOUR_API_KEY",
            fake("prompt_cache_key=", 32),
            "secret: a-word-that-everybody-knows",
        ),
    ),
    Rule(
        "token-assignment",
        SecretClass.CREDENTIAL,
        "Assignments of a token in any text",
        pattern=Regex(
            "(?i)"
            + "".join(f"(?<!{word})(?<!{word}[_-])" for word in _COUNTING.split("|"))
            + "token"
            + _SEPARATOR
            + _VALUE % 16
        ),
        keywords=("token",),
        random=True,
        hits=(fake("access_token=", 40), fake("export TOKEN=", 24), fake('"authToken": "', 32)),
        misses=(
            fake("nextPageToken: ", 40),
            fake("page_token=", 40),
            "token=FILTERED",
            "token: the smallest unit of text",
            fake("tokens: ", 40, ALNUM),
        ),
    ),
    Rule(
        "password-assignment",
        SecretClass.CREDENTIAL,
        "Assignments of a password in any text",
        pattern=Regex("(?i)(?:passw(?:or)?d|passphrase|(?<!ice-)pwd)" + _SEPARATOR + _VALUE % 8),
        keywords=("passw", "passphrase", "pwd"),
        random=True,
        hits=(fake("password=", 12), fake("Password: ", 20), fake("the password is ", 16)),
        misses=(
            "password: <your password>",
            "password=REDACTED",
            "password: required",
            fake("a=ice-pwd:", 24),
        ),
    ),
    Rule(
        "password-member",
        SecretClass.CREDENTIAL,
        "A password in JSON that stands in a text, or is cut off",
        pattern=Regex(
            r"(?i)(?:passw(?:or)?d|passphrase)\\*\"\s*:\s*\\*\""
            r"(?P<secret>(?=[^\"\\\s]*[^A-Za-z_\"\\\s])[^\"\\\s]{8,})"
        ),
        keywords=("passw", "passphrase"),
        hits=(
            '{"password": "correct-horse-battery"}',
            '{\\"db_password\\":\\"' + fake("Tr0ub4", 4) + '\\"',
        ),
        misses=(
            '"password": "required"',
            '"password": "<secret>"',
            '"password": {"type": "string"}',
        ),
    ),
)
