"""A retry test in one command: the providers' own clients find the error, and then the answer."""

import json
from collections.abc import Callable
from pathlib import Path

import anthropic
import openai
import pytest
import vcr

from cassette_cli.json_values import Json

Main = Callable[..., tuple[int, str, str]]


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Json], Path]:
    """A cassette of vcrpy with one answer, beside which the program is called."""
    monkeypatch.chdir(tmp_path)

    def recorded(url: str, answer: Json) -> Path:
        path = tmp_path / "chat.yaml"
        path.write_text(
            f"""\
interactions:
- request:
    body: '{{"model": "m"}}'
    headers: {{}}
    method: POST
    uri: {url}
  response:
    body:
      string: '{json.dumps(answer)}'
    headers:
      Content-Type:
      - application/json
    status:
      code: 200
      message: OK
version: 1
""",
            "utf-8",
        )
        return path

    return recorded


def test_anthropic(recorded: Callable[[str, Json], Path], main_here: Main) -> None:
    path = recorded(
        "https://api.anthropic.com/v1/messages",
        {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "m",
            "content": [{"type": "text", "text": "Hello"}],
            "stop_reason": "end_turn",
            "usage": {"input_tokens": 1, "output_tokens": 1},
        },
    )
    insert = ("edit", "chat.yaml", "--insert-before", "0", "--error", "anthropic:529")
    assert main_here(*insert)[0] == 0
    with vcr.use_cassette(str(path), record_mode="none") as tape:
        client = anthropic.Anthropic(api_key="none", max_retries=1)
        message = client.messages.create(
            model="m", max_tokens=9, messages=[{"role": "user", "content": "Hi"}]
        )
    assert message.content[0].to_dict() == {"type": "text", "text": "Hello"}
    assert tape.play_count == 2
    with vcr.use_cassette(str(path), record_mode="none"):
        impatient = anthropic.Anthropic(api_key="none", max_retries=0)
        with pytest.raises(anthropic.APIStatusError, match="overloaded_error"):
            impatient.messages.create(
                model="m", max_tokens=9, messages=[{"role": "user", "content": "Hi"}]
            )


def test_openai(recorded: Callable[[str, Json], Path], main_here: Main) -> None:
    choice: Json = {
        "index": 0,
        "finish_reason": "stop",
        "message": {"role": "assistant", "content": "Hello"},
    }
    path = recorded(
        "https://api.openai.com/v1/chat/completions",
        {
            "id": "c_1",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [choice],
        },
    )
    insert = ("edit", "chat.yaml", "--insert-before", "0", "--error", "openai:429")
    assert main_here(*insert)[0] == 0
    with vcr.use_cassette(str(path), record_mode="none") as tape:
        client = openai.OpenAI(api_key="none", max_retries=1)
        completion = client.chat.completions.create(
            model="m", messages=[{"role": "user", "content": "Hi"}]
        )
    assert completion.choices[0].message.content == "Hello"
    assert tape.play_count == 2
    with vcr.use_cassette(str(path), record_mode="none"):
        impatient = openai.OpenAI(api_key="none", max_retries=0)
        with pytest.raises(openai.RateLimitError, match="Rate limit reached"):
            impatient.chat.completions.create(
                model="m", messages=[{"role": "user", "content": "Hi"}]
            )
