"""Set what the start line of a message says: status code and reason, method and URL."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar
from urllib.parse import urlsplit

from cassette_cli.document import Intent, Scalar, SetLiteral
from cassette_cli.editing.scalars import named_scalar, set_text
from cassette_cli.model import Interaction
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class SetStatusCode:
    """Give the response another status code, and the reason that belongs to it, if it has one."""

    code: int
    told: ClassVar[Told] = Told("status code set", "status codes set")

    def plan(self, reading: Reading, _: CassetteFile) -> Plan:
        """Raises EditError where the cassette keeps no status code."""
        return Plan(tuple(self._intents(reading.interaction)), count=1)

    def holds(self, _: Reading, after: Reading) -> bool:
        """Whether it is this code."""
        return after.interaction.response.status_code == self.code

    def _intents(self, interaction: Interaction) -> Iterator[Intent]:
        response, sources = interaction.response, interaction.sources
        node = named_scalar(sources.get("response.status_code"), "status code")
        yield SetLiteral(node, str(self.code))
        reason = sources.get("response.reason")
        if response.reason and isinstance(reason, Scalar):
            before = reason.value.removesuffix(response.reason)
            line = before.replace(str(response.status_code), str(self.code), 1)
            yield set_text(reason, (line + _phrase(self.code)).rstrip())
        status_line = sources.get("response.status_line")
        if isinstance(status_line, Scalar):
            version = status_line.value.partition(" ")[0]
            yield set_text(status_line, f"{version} {self.code} {_phrase(self.code)}".rstrip())


@dataclass(frozen=True, slots=True)
class SetReason:
    """Give the response another reason phrase; in a status line the rest stays."""

    reason: str
    told: ClassVar[Told] = Told("reason set", "reasons set")

    def plan(self, reading: Reading, _: CassetteFile) -> Plan:
        """Raises EditError where the cassette keeps no reason."""
        response = reading.interaction.response
        node = named_scalar(reading.interaction.sources.get("response.reason"), "reason")
        line = node.value.removesuffix(response.reason or "").rstrip()
        # A status line begins with the code, a message is the reason alone.
        before = f"{line} " if line.endswith(str(response.status_code)) else ""
        return Plan((set_text(node, (before + self.reason).rstrip()),), count=1)

    def holds(self, _: Reading, after: Reading) -> bool:
        """Whether it is this reason; "" where there is none."""
        return (after.interaction.response.reason or "") == self.reason


@dataclass(frozen=True, slots=True)
class SetMethod:
    """Give the request another method, written as recorders write it: `POST`, `post`, `:post`."""

    method: str
    told: ClassVar[Told] = Told("method set", "methods set")

    def plan(self, reading: Reading, _: CassetteFile) -> Plan:
        """Raises EditError where the cassette keeps no method."""
        node = named_scalar(reading.interaction.sources.get("request.method"), "method")
        colon = ":" if node.value.startswith(":") else ""
        written = self.method.lower() if node.value.islower() else self.method.upper()
        return Plan((set_text(node, colon + written),), count=1)

    def holds(self, _: Reading, after: Reading) -> bool:
        """Whether it is this method, in capitals."""
        return after.interaction.request.method == self.method.upper()


@dataclass(frozen=True, slots=True)
class SetUrl:
    """Give the request another URL; the host that a recorder keeps beside it follows."""

    url: str
    told: ClassVar[Told] = Told("URL set", "URLs set")

    def plan(self, reading: Reading, _: CassetteFile) -> Plan:
        """Raises EditError where the cassette keeps no URL."""
        interaction = reading.interaction
        return Plan((*self._url_intents(interaction), *self._host_intents(interaction)), count=1)

    def holds(self, _: Reading, after: Reading) -> bool:
        """Whether it is this URL, to the letter."""
        return after.interaction.request.url == self.url

    def _url_intents(self, interaction: Interaction) -> Iterator[Intent]:
        """For the URL, or for the origin and the path that a recorder cuts it into."""
        sources = interaction.sources
        scope, path = sources.get("request.scope"), sources.get("request.path")
        if not isinstance(scope, Scalar) or not isinstance(path, Scalar):
            yield set_text(named_scalar(sources.get("request.url"), "URL"), self.url)
            return
        origin = scope.value
        if not self.url.startswith((f"{origin}/", f"{origin}?")):
            parts = urlsplit(self.url)
            origin = f"{parts.scheme}://{parts.netloc}"
            yield set_text(scope, origin)
        yield set_text(path, self.url[len(origin) :])

    def _host_intents(self, interaction: Interaction) -> Iterator[Intent]:
        host = interaction.sources.get("request.host")
        if isinstance(host, Scalar) and host.value and host.value == _host(interaction.request.url):
            yield set_text(host, _host(self.url))


def _phrase(code: int) -> str:
    """The phrase of https://www.iana.org/assignments/http-status-codes, "" for others."""
    return HTTPStatus(code).phrase if code in HTTPStatus.__members__.values() else ""


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:  # recorders write placeholders into URLs: http://[HOST]/v1
        return ""
