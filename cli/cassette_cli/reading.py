"""An interaction with all that was read of it: decoded, cut into events, folded, as a conversation.

Every command looks at an interaction through a Reading, so that none decodes or reads it again, and
no two of them read it differently.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from cassette_cli.dialects.catalogue import dialect_of
from cassette_cli.dialects.dialect import Delta, Dialect, Fold
from cassette_cli.exchange import Exchange, Payload, decode_exchange
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Cassette, Header, Interaction
from cassette_cli.streams.event import Event, is_broken_json
from cassette_cli.transcript import Conversation


class RecordedMessage(NamedTuple):
    """What requests and responses have in common; `name` is "request" or "response"."""

    name: str
    headers: tuple[Header, ...]
    body: Body | None
    payload: Payload


@dataclass(frozen=True)
class Reading:
    """One interaction, read. What costs time is read when it is first asked for, and once.

    Equal interactions make equal readings.
    """

    interaction: Interaction

    @property
    def index(self) -> int:
        """The 0-based position of the interaction in its file."""
        return self.interaction.index

    @cached_property
    def exchange(self) -> Exchange:
        """The interaction with its layers off and its stream cut into events."""
        return decode_exchange(self.interaction)

    @property
    def request(self) -> Payload:
        """The decoded body of the request."""
        return self.exchange.request

    @property
    def response(self) -> Payload:
        """The decoded body of the response, with its events where it is a stream."""
        return self.exchange.response

    @property
    def messages(self) -> tuple[RecordedMessage, RecordedMessage]:
        """The request and the response, in what they have in common."""
        sent, got = self.interaction.request, self.interaction.response
        return (
            RecordedMessage("request", sent.headers, sent.body, self.request),
            RecordedMessage("response", got.headers, got.body, self.response),
        )

    @cached_property
    def dialect(self) -> Dialect | None:
        """The API that the interaction speaks; None where it is no model call."""
        return dialect_of(self.exchange)

    @property
    def streamed(self) -> bool:
        """Whether the answer is a stream that the dialect can fold."""
        return self.dialect is not None and self.response.framing in self.dialect.framings

    @cached_property
    def fold(self) -> Fold:
        """The answer as the API would have returned it unstreamed, with what is amiss in it.

        Where no dialect claims the interaction, it is the JSON of the response.
        """
        if self.dialect is None:
            return Fold(self.response.value, complete=True)
        if self.streamed:
            return self._fold_stream()
        value = self.dialect.value_of(self.response)
        if value is None and self._breaks_off:
            return Fold(None, complete=False, notes=("the JSON of the answer breaks off",))
        return Fold(value, complete=self.dialect.is_whole(value))

    def _fold_stream(self) -> Fold:
        """The fold of what was dispatched; a client fails at an event that does not parse."""
        events = [event for event in self.response.events if event.dispatched]
        fold = self.fold_events(events)
        if self.dialect is None or self.dialect.streams_text:
            return fold
        broken = [place for place, event in enumerate(events) if is_broken_json(event)]
        if not broken:
            return fold
        noted = {note.partition(":")[0] for note in self.response.notes}
        notes = (
            f"{name}: the data is no JSON"
            for place in broken
            if (name := f"event {place}") not in noted
        )
        return Fold(fold.value, complete=False, notes=(*fold.notes, *notes))

    @property
    def _breaks_off(self) -> bool:
        content = self.response.content
        return isinstance(content, str) and content.lstrip().startswith(("{", "["))

    def fold_events(self, events: Sequence[Event]) -> Fold:
        """What these events of the answer fold to; nothing where no dialect can fold them."""
        return self.dialect.fold(events) if self.dialect else Fold(None, complete=False)

    def deltas(self, event: Event) -> tuple[Delta, ...]:
        """The pieces of text in an event of the answer, as the dialect knows them."""
        return tuple(self.dialect.deltas(event)) if self.dialect else ()

    @property
    def folded(self) -> Json:
        """The answer as JSON: what was sent, or what the events of the stream fold to."""
        return self.fold.value

    @property
    def notes(self) -> tuple[str, ...]:
        """What could not be read of the interaction, in words, and why."""
        return self.request.notes + self.response.notes + self.fold.notes

    @cached_property
    def conversation(self) -> Conversation | None:
        """What was asked and answered; None where the interaction is no model call."""
        dialect = self.dialect
        if dialect is None:
            return None
        prompt = dialect.read_request(dialect.value_of(self.request))
        if prompt.model is None:
            prompt = replace(prompt, model=dialect.model_in_url(self.exchange.path))
        completion = dialect.read_response(self.folded)
        return Conversation(
            dialect=dialect.name,
            streamed=self.streamed,
            framing=self.response.framing if self.streamed else None,
            complete=self.fold.complete and completion.error is None,
            prompt=prompt,
            completion=completion,
            notes=self.notes,
        )

    @property
    def has_prompt(self) -> bool:
        """Whether the conversation has what was asked: a dialect may claim what it cannot read."""
        if self.conversation is None:
            return False
        prompt = self.conversation.prompt
        return bool(prompt.messages or prompt.settings) or not self.request.content

    @property
    def has_completion(self) -> bool:
        """Whether the conversation has what was answered, or an error instead."""
        if self.conversation is None:
            return False
        completion = self.conversation.completion
        return bool(completion.messages or completion.error is not None)


def read_interactions(cassette: Cassette) -> tuple[Reading, ...]:
    """The readings of all interactions of a cassette, in order."""
    return tuple(Reading(interaction) for interaction in cassette.interactions)
