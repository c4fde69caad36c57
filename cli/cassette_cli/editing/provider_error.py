"""An error as a provider sends it: status, headers and body."""

from collections.abc import Callable
from dataclasses import dataclass

from cassette_cli.errors import CassetteError
from cassette_cli.json_values import Json
from cassette_cli.plugins import collect


@dataclass(frozen=True, slots=True)
class ProviderError:
    """One error of a provider: its own word for it, and what it says.

    `code` is a second word, where a provider has one. `headers` are those that come with this error
    alone, such as `retry-after`.
    """

    status_code: int
    type: str
    message: str
    code: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Provider:
    """The errors of one provider, and how it writes them. The usual one of a status comes first.

    `body(error)` is the JSON that it sends; `headers(error)` come with every error.
    """

    name: str
    errors: tuple[ProviderError, ...]
    body: Callable[[ProviderError], Json]
    headers: Callable[[ProviderError], tuple[tuple[str, str], ...]] = lambda _: ()


def providers() -> tuple[Provider, ...]:
    """All providers whose errors are known."""
    return collect("cassette_cli.editing.provider_errors", "PROVIDER", Provider)


def read_error(text: str) -> tuple[Provider, ProviderError]:
    """Read `anthropic:529` or `bedrock:ThrottlingException`.

    Raises CassetteError for a provider, a status or a word that is not known.
    """
    name, colon, which = text.partition(":")
    provider = next((one for one in providers() if one.name == name), None)
    if provider is None or not colon:
        known = ", ".join(one.name for one in providers())
        raise CassetteError(
            f"{text!r} names no error of a provider",
            hint=f"write it like anthropic:529; known are {known}",
        )
    for error in provider.errors:
        if which in (str(error.status_code), error.type, error.code):
            return provider, error
    known = ", ".join(f"{one.status_code} ({one.code or one.type})" for one in provider.errors)
    raise CassetteError(f"{name} has no error {which!r}", hint=f"it has {known}")
