"""An interaction as a comparison sees it: its reading, spelled so that it can be compared."""

import json
from dataclasses import dataclass
from functools import cached_property

from cassette_cli.json_values import Json
from cassette_cli.reading import Reading
from cassette_cli.transcript_json import completion_json, prompt_json


@dataclass(frozen=True)
class Comparand:
    """One side of a comparison. What is spelled is spelled when it is first asked for, and once."""

    reading: Reading

    @cached_property
    def prompt(self) -> Json:
        """The prompt as JSON; None where the interaction is no model call."""
        conversation = self.reading.conversation
        return None if conversation is None else prompt_json(conversation.prompt)

    @cached_property
    def completion(self) -> Json:
        """The completion as JSON; None where the interaction is no model call."""
        conversation = self.reading.conversation
        return None if conversation is None else completion_json(conversation.completion)

    @cached_property
    def spelled_request(self) -> str:
        """The body of the request; JSON is spelled alike, however it was laid out."""
        request = self.reading.request
        if request.value is not None:
            return json.dumps(request.value, ensure_ascii=False, sort_keys=True)
        return request.content if isinstance(request.content, str) else request.content.hex()
