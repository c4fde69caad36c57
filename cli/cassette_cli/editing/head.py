"""Operations on what stands before the bodies: status, method, URL, and single headers."""

from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import urlsplit

from cassette_cli.document import Intent, Node, Scalar, SetBytes, SetLiteral, SetValue, is_binary
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette, Header, header_values
from cassette_cli.rewriting.drop_header import drop_header
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.operation import Operation, Step
from cassette_cli.rewriting.set_header import set_header


def set_status_code(index: int, code: int) -> Operation:
    """Give a response another status code, and the reason that belongs to it, if it has one."""

    def operation(cassette: Cassette) -> Step:
        interaction = cassette.interactions[index]
        response, sources = interaction.response, interaction.sources
        node = _scalar(sources.get("response.status_code"), "status code")
        intents: list[Intent] = [SetLiteral(node, str(code))]
        reason = sources.get("response.reason")
        if response.reason and isinstance(reason, Scalar):
            before = reason.value.removesuffix(response.reason)
            line = before.replace(str(response.status_code), str(code), 1) + _phrase(code)
            intents.append(_set_text(reason, line.rstrip()))
        return Step(
            tuple(intents),
            holds=lambda after: after.interactions[index].response.status_code == code,
        )

    return operation


def set_reason(index: int, reason: str) -> Operation:
    """Give a response another reason phrase; in a status line the rest stays."""

    def operation(cassette: Cassette) -> Step:
        interaction = cassette.interactions[index]
        response = interaction.response
        node = _scalar(interaction.sources.get("response.reason"), "reason")
        line = node.value.removesuffix(response.reason or "").rstrip()
        # A status line begins with the code, a message is the reason alone.
        before = f"{line} " if line.endswith(str(response.status_code)) else ""
        return Step(
            (_set_text(node, (before + reason).rstrip()),),
            holds=lambda after: (after.interactions[index].response.reason or "") == reason,
        )

    return operation


def set_method(index: int, method: str) -> Operation:
    """Give a request another method, written as recorders write it: `POST`, `post`, `:post`."""

    def operation(cassette: Cassette) -> Step:
        node = _scalar(cassette.interactions[index].sources.get("request.method"), "method")
        colon = ":" if node.value.startswith(":") else ""
        written = method.lower() if node.value.islower() else method.upper()
        return Step(
            (_set_text(node, colon + written),),
            holds=lambda after: after.interactions[index].request.method == method.upper(),
        )

    return operation


def set_url(index: int, url: str) -> Operation:
    """Give a request another URL; the host that a recorder keeps beside it follows."""

    def operation(cassette: Cassette) -> Step:
        return Step(
            tuple(_url_intents(cassette, index, url)),
            holds=lambda after: after.interactions[index].request.url == url,
        )

    return operation


def set_header_values(index: int, side: str, name: str, values: tuple[str, ...]) -> Operation:
    """Give a header on one side these values; none takes it out."""

    def operation(cassette: Cassette) -> Step:
        headers = _headers(cassette, index, side)
        named = [header for header in headers if header.name.lower() == name.lower()]
        target = HeaderTarget(name, side)
        if not values:
            step = drop_header(target)(_alone(cassette, index))
        elif len(values) == 1:
            step = set_header(target, values[0])(_alone(cassette, index))
        elif len(values) == len(named):
            step = Step(tuple(_value_intents(named, values)))
        else:
            raise EditError(
                f"{name} has {len(named)} values, and cannot have {len(values)}",
                hint="change the values that are there, or leave one",
            )
        return replace(
            step, holds=lambda after: header_values(_headers(after, index, side), name) == values
        )

    return operation


def _url_intents(cassette: Cassette, index: int, url: str) -> Iterator[Intent]:
    interaction = cassette.interactions[index]
    sources, old = interaction.sources, interaction.request.url
    scope, path = sources.get("request.scope"), sources.get("request.path")
    if isinstance(scope, Scalar) and isinstance(path, Scalar):
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if not url.startswith(scope.value):
            yield _set_text(scope, origin)
        rest = url.removeprefix(scope.value) if url.startswith(scope.value) else url[len(origin) :]
        yield _set_text(path, rest)
    else:
        yield _set_text(_scalar(sources.get("request.url"), "URL"), url)
    host = sources.get("request.host")
    if isinstance(host, Scalar) and host.value and host.value == _host(old):
        yield _set_text(host, _host(url))


def _value_intents(headers: list[Header], values: tuple[str, ...]) -> Iterator[Intent]:
    for header, value in zip(headers, values, strict=True):
        if header.value != value:
            yield _set_text(_scalar(header.source, header.name), value)


def _headers(cassette: Cassette, index: int, side: str) -> tuple[Header, ...]:
    interaction = cassette.interactions[index]
    return interaction.request.headers if side == "request" else interaction.response.headers


def _alone(cassette: Cassette, index: int) -> Cassette:
    return replace(cassette, interactions=(cassette.interactions[index],))


def _scalar(node: Node | None, name: str) -> Scalar:
    if isinstance(node, Scalar):
        return node
    raise EditError(f"the cassette keeps no {name} that could be set")


def _set_text(scalar: Scalar, text: str) -> Intent:
    return SetBytes(scalar, text.encode()) if is_binary(scalar) else SetValue(scalar, text)


def _phrase(code: int) -> str:
    """The phrase of https://www.iana.org/assignments/http-status-codes, "" for others."""
    return HTTPStatus(code).phrase if code in HTTPStatus.__members__.values() else ""


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:  # recorders write placeholders into URLs: http://[HOST]/v1
        return ""
