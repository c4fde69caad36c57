"""Made-up secrets for the examples of rules, built when needed so that none stands in a file."""

import string
from base64 import b64encode, urlsafe_b64encode
from functools import cache
from hashlib import sha256

HEX = "0123456789abcdef"
UPPER = string.ascii_uppercase + string.digits
ALNUM = string.ascii_letters + string.digits
URLSAFE = ALNUM + "_-"
BASE64 = ALNUM + "+/"


def fake(prefix: str, length: int, alphabet: str = ALNUM) -> str:
    """`prefix` and `length` characters that look random, and are the same each time."""
    digests = (sha256(f"{prefix}:{number}".encode()).digest() for number in range(length // 32 + 1))
    return prefix + b"".join(digests)[:length].translate(_letters(alphabet)).decode()


def fake_uuid(seed: str = "") -> str:
    """A UUID of version 4."""
    digits = fake(seed, 32, HEX)[len(seed) :]
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


def fake_jwt() -> str:
    """A JSON Web Token (RFC 7519) with a signature that fits nothing."""
    header, payload = b'{"alg":"HS256","typ":"JWT"}', b'{"sub":"1234567890","iat":1700000000}'
    parts = [urlsafe_b64encode(part).rstrip(b"=").decode() for part in (header, payload)]
    return ".".join([*parts, fake("", 43, URLSAFE)])


def fake_basic() -> str:
    """Credentials of the Basic scheme (RFC 7617)."""
    return b64encode(fake("user:", 20).encode()).decode()


def fake_private_key(label: str = "PRIVATE KEY") -> str:
    """A PEM block (RFC 7468) that holds no key."""
    body = fake("MII", 125, BASE64)
    return f"-----BEGIN {label}-----\n{body[:64]}\n{body[64:]}\n-----END {label}-----"


@cache
def _letters(alphabet: str) -> bytes:
    """The letter that stands for each octet."""
    return bytes(ord(alphabet[octet % len(alphabet)]) for octet in range(256))
