"""What `edit` says of later requests that repeat the edited answer, and what `--propagate` does."""

from collections.abc import Callable
from pathlib import Path

import pytest

_CHAT = """\
version: 2
interactions:
- id: 0
  request:
    url: https://api.openai.com/v1/chat/completions
    method: POST
    headers: {}
    body: '{"model": "m", "messages": [{"role": "user", "content": "Hi"}]}'
  response:
    headers: {}
    body: '{"choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello"}}]}'
    code: 200
- id: 1
  request:
    url: https://api.openai.com/v1/chat/completions
    method: POST
    headers: {}
    body: '{"model": "m", "messages": [{"role": "assistant", "content": "Hello"}]}'
  response:
    headers: {}
    body: '{"choices": [{"index": 0, "message": {"role": "assistant", "content": "Bye"}}]}'
    code: 200
"""
_SET = ("edit", "a.yaml", "-i", "0", "--set", "completion.text=No")
_SENDS = "a.yaml: #1 still send the old answer of #0: --propagate changes that, too\n"

Main = Callable[..., tuple[int, str, str]]


@pytest.fixture
def chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.yaml"
    path.write_text(_CHAT, "utf-8")
    return path


def test_repeating_requests_are_named(chat: Path, main_here: Main) -> None:
    code, _, errors = main_here(*_SET)
    assert (code, chat.read_text("utf-8")) == (0, _CHAT.replace("Hello", "No", 1))
    assert errors == (
        f"{_SENDS}a.yaml: 1 answer changed\n"
        "note: a.yaml: go-vcr will no longer match #1 (body repeats the old answer of #0)\n"
        "1 file rewritten, 0 left unchanged\n"
    )


def test_a_recorder_that_compares_no_bodies_finds_them(chat: Path, main_here: Main) -> None:
    errors = main_here(*_SET, "--match-on", "method,uri")[2]
    assert errors == f"{_SENDS}a.yaml: 1 answer changed\n1 file rewritten, 0 left unchanged\n"
    assert chat.read_text("utf-8") != _CHAT


def test_propagate(chat: Path, main_here: Main) -> None:
    code, _, errors = main_here(*_SET, "--propagate")
    assert (code, chat.read_text("utf-8")) == (0, _CHAT.replace("Hello", "No"))
    assert errors == (
        "a.yaml: 1 answer changed, 1 later request changed\n1 file rewritten, 0 left unchanged\n"
    )
