"""Make a response an error as the provider sends it."""

from dataclasses import dataclass
from typing import ClassVar

from cassette_cli.editing.body_content import set_content
from cassette_cli.editing.provider_error import Provider, ProviderError, read_error
from cassette_cli.editing.set_header_values import SetHeaderValues
from cassette_cli.editing.start_line import SetStatusCode
from cassette_cli.json_values import write_json
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.rewriting.step import Plan, Step, Told


@dataclass(frozen=True, slots=True)
class SetErrorBody:
    """Make the body of the response this one, whatever it was."""

    text: str
    told: ClassVar[Told] = Told("answer replaced by an error", "answers replaced by an error")

    def plan(self, reading: Reading, _: CassetteFile) -> Plan:
        """Raises EditError where the response has no body."""
        return Plan(tuple(set_content(HttpMessage(reading, "response"), self.text)), count=1)

    def holds(self, _: Reading, after: Reading) -> bool:
        """Whether it decodes to this."""
        return after.response.content == self.text


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A step that goes without saying: it is a part of another one."""

    step: Step
    told: ClassVar[Told] = SetErrorBody.told

    def plan(self, reading: Reading, file: CassetteFile) -> Plan:
        """The plan of the step; it counts nothing."""
        return Plan(self.step.plan(reading, file).intents)

    def holds(self, before: Reading, after: Reading) -> bool:
        """Whether the step holds."""
        return self.step.holds(before, after)


def error_steps(text: str) -> tuple[Step, ...]:
    """The steps that make a response this error: `anthropic:529`. Raises as `read_error` does."""
    provider, error = read_error(text)
    return (
        *(Unnamed(step) for step in _start_and_headers(provider, error)),
        SetErrorBody(write_json(provider.body(error))),
    )


def _start_and_headers(provider: Provider, error: ProviderError) -> tuple[Step, ...]:
    headers = (
        ("content-type", "application/json"),
        *provider.headers(error),
        *error.headers,
    )
    return (
        SetStatusCode(error.status_code),
        *(SetHeaderValues("response", name, (value,)) for name, value in headers),
    )
