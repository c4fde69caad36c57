"""A request written as a curl command: https://curl.se/docs/manpage.html.

Words are split as a POSIX shell does it, with the `$'…'` that browsers write.
"""

import base64
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote_plus

from cassette_cli.misses.sent import Sent
from cassette_cli.model import Body, Header, Request, header_value
from cassette_cli.recorders.recorder import Compared

_CONTINUED = re.compile(r"\\\r?\n")
_PIECE = re.compile(
    r"""'(?P<plain>[^']*)'|\$'(?P<ansi>(?:\\.|[^'\\])*)'|"(?P<double>(?:\\.|[^"\\])*)\""""
    r"""|\\(?P<escaped>.)|(?P<bare>[^\s'"\\]+)|(?P<blank>\s+)""",
    re.DOTALL,
)
_ESCAPED_IN_QUOTES = re.compile(r'\\([$`"\\\n])')
_DATA = frozenset(("-d", "--data", "--data-ascii", "--data-raw", "--data-binary", "--json"))
_FIELDS = {"-A": "User-Agent", "-e": "Referer", "-b": "Cookie"}
_LONG = {
    "--request": "-X",
    "--header": "-H",
    "--user-agent": "-A",
    "--referer": "-e",
    "--cookie": "-b",
    "--user": "-u",
    "--head": "-I",
    "--get": "-G",
}
# Options of one letter that are followed by a value.
_WITH_VALUE = frozenset("XHdAebuomxcFTEKwrCtyYzPQDU")
_LONG_WITH_VALUE = frozenset(
    (
        "--output",
        "--max-time",
        "--connect-timeout",
        "--proxy",
        "--cacert",
        "--cert",
        "--key",
        "--retry",
        "--form",
        "--write-out",
        "--resolve",
        "--cookie-jar",
        "--config",
    )
)
_FORM = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class _Command:
    url: str = ""
    method: str = ""
    headers: list[Header] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    media_type: str = _FORM
    in_query: bool = False
    from_file: bool = False


def read_curl(text: str) -> Sent | None:
    """The request that a curl command sends; None where the text is no such command."""
    words = list(_words(_CONTINUED.sub(" ", text.strip())))
    if words[:1] != ["curl"]:
        return None
    command = _Command()
    options = _options(iter(words[1:]))
    for name, value in options:
        _follow(command, name, value)
    return _sent(command) if command.url else None


def _words(text: str) -> Iterator[str]:
    word: list[str] | None = None
    for piece in _PIECE.finditer(text):
        if piece.lastgroup == "blank":
            if word is not None:
                yield "".join(word)
            word = None
        else:
            word = [*(word or ()), _unquoted(piece)]
    if word is not None:
        yield "".join(word)


def _unquoted(piece: re.Match[str]) -> str:
    kind = piece.lastgroup or ""
    if kind == "double":
        return _ESCAPED_IN_QUOTES.sub(r"\1", piece[kind])
    if kind == "ansi":
        ascii_text = piece[kind].encode("ascii", "backslashreplace").decode("ascii")
        return codecs.decode(ascii_text, "unicode_escape")
    return piece[kind]


def _options(words: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Options with their values ("" where they have none), and the URL as `--url`."""
    for word in words:
        if word.startswith("--"):
            name, _, inline = word.partition("=") if word.startswith("--url=") else (word, "", "")
            short = _LONG.get(name, name)
            takes = name in _DATA | _LONG_WITH_VALUE | {"--url", "--data-urlencode"}
            takes = takes or short[1:] in _WITH_VALUE
            yield short, inline or (next(words, "") if takes else "")
        elif word.startswith("-") and len(word) > 1:
            yield from _letters(word[1:], words)
        else:
            yield "--url", word


def _letters(letters: str, words: Iterator[str]) -> Iterator[tuple[str, str]]:
    for at, letter in enumerate(letters):
        if letter in _WITH_VALUE:
            yield f"-{letter}", letters[at + 1 :] or next(words, "")
            return
        yield f"-{letter}", ""


def _follow(command: _Command, name: str, value: str) -> None:
    match name:
        case "--url":
            command.url = value if "://" in value else f"http://{value}"
        case "-X":
            command.method = value
        case "-H":
            key, _, text = value.partition(":")
            command.headers.append(Header(key.strip(), text.strip()))
        case "-A" | "-e" | "-b":
            command.headers.append(Header(_FIELDS[name], value))
        case "-u":
            credentials = base64.b64encode(value.encode()).decode()
            command.headers.append(Header("Authorization", f"Basic {credentials}"))
        case "-I":
            command.method = command.method or "HEAD"
        case "-G":
            command.in_query = True
        case "--data-urlencode":
            key, equals, text = value.partition("=")
            command.data.append(f"{key}={quote_plus(text)}" if equals else quote_plus(key))
        case _ if name in _DATA:
            command.from_file |= value.startswith("@") and name != "--data-raw"
            command.data.append(value)
            command.media_type = "application/json" if name == "--json" else command.media_type


def _sent(command: _Command) -> Sent:
    url, headers = command.url, tuple(command.headers)
    data = "&".join(command.data) if command.data else None
    if data is not None and command.in_query:
        url, data = f"{url}{'&' if '?' in url else '?'}{data}", None
    if data is not None and header_value(headers, "content-type") is None:
        headers = (*headers, Header("Content-Type", command.media_type))
    method = command.method or ("GET" if data is None else "POST")
    lacks = frozenset((Compared.BODY, Compared.CONTENT_LENGTH) if command.from_file else ())
    return Sent(Request(method, url, headers, None if data is None else Body(data)), lacks)
