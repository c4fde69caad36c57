"""An interaction as a comparison sees it: decoded, and read as a model call where it is one."""

import json
from dataclasses import dataclass
from functools import cached_property

from cassette_cli.exchange import Exchange, Payload, decode_exchange
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette, Interaction
from cassette_cli.reading import read_exchange
from cassette_cli.transcript import Conversation
from cassette_cli.transcript_json import completion_json, prompt_json


@dataclass(frozen=True)
class Recording:
    """One interaction, read. `prompt` and `completion` are its transcript as JSON; `told` and
    `answered` say whether the bodies are in it, or have to be compared as they are.
    """

    exchange: Exchange
    conversation: Conversation | None
    prompt: Json = None
    completion: Json = None
    told: bool = False
    answered: bool = False

    @property
    def interaction(self) -> Interaction:
        return self.exchange.interaction

    @cached_property
    def spelled_request(self) -> str:
        """The body of the request; JSON is spelled alike, however it was laid out."""
        value = self.exchange.request.value
        if value is not None:
            return json.dumps(value, ensure_ascii=False, sort_keys=True)
        content = self.exchange.request.content
        return content if isinstance(content, str) else content.hex()

    @property
    def request_text(self) -> str:
        return _text(self.exchange.request)

    @property
    def response_text(self) -> str:
        return _text(self.exchange.response)


def read_recordings(cassette: Cassette) -> tuple[Recording, ...]:
    """The interactions of a cassette, in order."""
    return tuple(_read(interaction) for interaction in cassette.interactions)


def _read(interaction: Interaction) -> Recording:
    exchange = decode_exchange(interaction)
    conversation = read_exchange(exchange).conversation
    if conversation is None:
        return Recording(exchange, None)
    completion = conversation.completion
    return Recording(
        exchange,
        conversation,
        prompt_json(conversation.prompt),
        completion_json(completion),
        told=_is_told(conversation, exchange.request),
        answered=bool(completion.messages or completion.error is not None),
    )


def _is_told(conversation: Conversation, request: Payload) -> bool:
    """Whether the transcript has what the request said: a dialect may claim what it cannot read."""
    prompt = conversation.prompt
    return bool(prompt.messages or prompt.settings) or not request.content


def _text(payload: Payload) -> str:
    if isinstance(payload.content, str):
        return payload.content
    return "\n".join(event.data for event in payload.events)
