"""Azure keys (https://learn.microsoft.com/azure/storage/common/storage-sas-overview)."""

from cassette_cli.redaction.rule import Regex, Rule, SecretClass
from cassette_cli.redaction.samples import ALNUM, BASE64, URLSAFE, fake

RULES = (
    Rule(
        "azure-connection-key",
        SecretClass.CREDENTIAL,
        "The key in connection strings of storage accounts, service buses and databases",
        pattern=Regex(r"(?i:(?:account|shared-?access)key=)(?P<secret>[A-Za-z0-9+/]{40,}={0,2})"),
        keywords=("accountkey=", "sharedaccesskey="),
        random=True,
        hits=(
            fake("AccountName=acme;AccountKey=", 86, BASE64) + "==;EndpointSuffix=core.windows.net",
            fake("SharedAccessKeyName=Root;SharedAccessKey=", 43, BASE64) + "=",
        ),
        misses=("AccountKey=<your key>;", fake("AccountKey=", 20)),
    ),
    Rule(
        "azure-sas",
        SecretClass.CREDENTIAL,
        "Signatures of shared access",
        pattern=Regex(r"(?<=[?&;])(?i:sig=)(?P<secret>[A-Za-z0-9%+/_-]{20,}={0,2})"),
        keywords=("sig=",),
        query=("sig",),
        random=True,
        hits=(fake("https://a.blob.core.windows.net/c/f?sp=r&sig=", 43, BASE64) + "=",),
        misses=("https://example.com/?sig=none", fake("config=", 40)),
    ),
    Rule(
        "azure-operation-url",
        SecretClass.CREDENTIAL,
        "Certificate, signature and hash in the URLs of asynchronous operations",
        pattern=Regex(
            r"(?:[?&]c=(?=MII)|&s=(?=[A-Za-z0-9_-]{100,}&h=)|&h=(?=[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])))"
            r"(?P<secret>[A-Za-z0-9_-]+)"
        ),
        keywords=("&c=", "?c=", "&s=", "&h="),
        random=True,
        hits=(
            fake("https://management.azure.com/x?t=638921067199432901&c=MII", 2000, URLSAFE),
            fake("?t=1&c=x&s=", 342, URLSAFE) + fake("&h=", 43, URLSAFE),
        ),
        misses=("https://example.com/?a=1&c=MIIB", "?t=1&s=short&h=short"),
    ),
    Rule(
        "azure-ai-key",
        SecretClass.CREDENTIAL,
        "Keys of Azure AI services, which carry a fixed mark inside",
        pattern=Regex(r"(?<![A-Za-z0-9])[A-Za-z0-9]{50,54}JQQJ99[A-Za-z0-9]{20,32}(?![A-Za-z0-9])"),
        keywords=("jqqj99",),
        keyword_inside=True,
        hits=(fake("", 52) + fake("JQQJ99", 26),),
        misses=("JQQJ99", fake("", 20) + fake("JQQJ99", 26)),
    ),
    Rule(
        "azure-client-secret",
        SecretClass.CREDENTIAL,
        "Client secrets of Microsoft Entra applications",
        pattern=Regex(
            r"(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~-])"
        ),
        keywords=("q~",),
        keyword_inside=True,
        random=True,
        hits=(fake("abc8Q~", 34, ALNUM),),
        misses=(fake("abc8Q~", 20), fake("abcdQ~", 34)),
    ),
)
