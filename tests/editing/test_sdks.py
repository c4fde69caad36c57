"""The providers' own clients read edited streams, and find the edited text."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import anthropic
import openai
import pytest

from cassette_cli.dialects.json_fields import objects_at
from cassette_cli.editing.set_completion import SetCompletion, completion_of
from cassette_cli.json_path import replaced
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite
from cassette_cli.transcript_json import JsonObject

_TEXT = "It is 7 °C in Oslo – “and sunny”, says the forecast for tomorrow.\nNo umbrella!"
_THOUGHT = "They ask for the weather once more."
_ARGUMENTS: Json = {"city": "Tromsø", "days": [1, 2]}
_NEW: dict[str, Json] = {"text": _TEXT, "reasoning": _THOUGHT, "tool_call": _ARGUMENTS}


def _reworded(completion: JsonObject) -> JsonObject:
    for place, part in enumerate(objects_at(completion, "messages", 0, "parts")):
        name = "arguments" if part["type"] == "tool_call" else "content"
        path = ("messages", 0, "parts", place, name)
        changed = replaced(completion, path, _NEW[str(part["type"])])
        assert isinstance(changed, dict)
        completion = changed
    return completion


@pytest.fixture
def serve_edited(
    read_sample: Callable[[str], Cassette], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], str]]:
    """The URL of a server that answers with a recorded stream, every part of it changed."""
    monkeypatch.setenv("NO_PROXY", "*")
    with ExitStack() as stack:

        def serve_edited(name: str) -> str:
            cassette = read_sample(name)
            wanted = _reworded(completion_of(Reading(cassette.interactions[0])))
            after = rewrite(cassette, [InEach(SetCompletion(wanted), frozenset((0,)))]).cassette
            content = Reading(after.interactions[0]).response.content
            assert isinstance(content, str)
            server = stack.enter_context(_Server(content.encode()))
            stack.callback(server.shutdown)
            Thread(target=server.serve_forever).start()
            return f"http://127.0.0.1:{server.server_port}"

        yield serve_edited


class _Server(HTTPServer):
    def __init__(self, body: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.body = body


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- its name there
        pass


def test_openai_chat(serve_edited: Callable[[str], str]) -> None:
    client = openai.OpenAI(
        api_key="none", base_url=serve_edited("go-vcr/openai-chat-multi-tool-streaming.yaml")
    )
    with client.chat.completions.stream(model="m", messages=[]) as stream:
        message = stream.get_final_completion().choices[0].message
    assert message.content == _TEXT
    calls = message.tool_calls or []
    arguments = [call.function.arguments for call in calls if call.type == "function"]
    assert [*map(json.loads, arguments)] == [_ARGUMENTS, _ARGUMENTS]


def test_openai_responses(serve_edited: Callable[[str], str]) -> None:
    client = openai.OpenAI(
        api_key="none", base_url=serve_edited("vcrpy/openai-responses-tools.yaml")
    )
    with client.responses.stream(model="m", input="?") as stream:
        pieces = [
            event.delta
            for event in stream
            if event.type == "response.function_call_arguments.delta"
        ]
        response = stream.get_final_response()
    arguments = [item.arguments for item in response.output if item.type == "function_call"]
    assert [*map(json.loads, ("".join(pieces), *arguments))] == [_ARGUMENTS, _ARGUMENTS]
    summaries = [item.summary for item in response.output if item.type == "reasoning"]
    assert [part.text for summary in summaries for part in summary] == [_THOUGHT]


def test_anthropic_messages(serve_edited: Callable[[str], str]) -> None:
    client = anthropic.Anthropic(
        api_key="none",
        base_url=serve_edited("go-vcr/anthropic-messages-thinking-and-tool-streamed.yaml"),
    )
    with client.messages.stream(model="m", max_tokens=9, messages=[]) as stream:
        blocks = stream.get_final_message().content
    said = [
        getattr(block, {"thinking": "thinking", "text": "text", "tool_use": "input"}[block.type])
        for block in blocks
    ]
    assert said == [_THOUGHT, _TEXT, _ARGUMENTS]
