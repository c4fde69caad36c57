"""Small recordings, built from what they ask and answer."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from cassette_cli.comparing.change import Category, Change
from cassette_cli.comparing.comparison import compare_interactions
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured
from cassette_cli.reading import Reading

Build: TypeAlias = Callable[..., Interaction]
Read: TypeAlias = Callable[..., tuple[Reading, ...]]
Told: TypeAlias = list[tuple[str, str, int | None, int | None, str, Json, Json]]

CHAT_URL = "https://api.openai.com/v1/chat/completions"


def _http(
    method: str = "GET",
    url: str = "https://api.example.com/things",
    sent: Json = None,
    got: Json = None,
    *,
    status_code: int = 200,
    request_headers: tuple[tuple[str, str], ...] = (),
    headers: tuple[tuple[str, str], ...] = (),
) -> Interaction:
    return Interaction(
        0,
        Request(method, url, _headers(request_headers), _body(sent)),
        Response(status_code, None, _headers(headers), _body(got)),
    )


def _headers(pairs: tuple[tuple[str, str], ...]) -> tuple[Header, ...]:
    return tuple(Header(name, value) for name, value in pairs)


def _body(value: Json) -> Body | None:
    if value is None:
        return None
    return Body(value if isinstance(value, str) else Structured(value))


def _chat(messages: list[Json], answer: dict[str, Json], **fields: Json) -> Interaction:
    choice: Json = {
        "index": 0,
        "message": {"role": "assistant", **answer},
        "finish_reason": fields.pop("finish_reason", "stop"),
    }
    response: Json = {
        "id": fields.pop("id", "chatcmpl-1"),
        "object": "chat.completion",
        "created": fields.pop("created", 1_700_000_000),
        "model": "gpt-4o",
        "choices": [choice],
        "usage": fields.pop("usage", {"prompt_tokens": 5, "completion_tokens": 7}),
    }
    return _http("POST", CHAT_URL, {"model": "gpt-4o", "messages": messages, **fields}, response)


def _read(*interactions: Interaction) -> tuple[Reading, ...]:
    return tuple(map(Reading, interactions))


@pytest.fixture
def http() -> Build:
    """An interaction: method, URL, and both bodies as JSON or text."""
    return _http


@pytest.fixture
def chat() -> Build:
    """A chat completion: the messages, and the fields of the answer."""
    return _chat


@pytest.fixture
def read() -> Read:
    """The readings of some interactions."""
    return _read


@pytest.fixture
def told() -> Callable[[list[Interaction], list[Interaction]], Told]:
    """What a comparison tells of two lists of interactions, without the noise."""

    def told(a: list[Interaction], b: list[Interaction]) -> Told:
        changes = compare_interactions(_read(*a), _read(*b))
        return [_row(change) for change in changes if change.category is not Category.NOISE]

    return told


def _row(change: Change) -> tuple[str, str, int | None, int | None, str, Json, Json]:
    kind, category = change.kind.value, change.category.value
    return kind, category, change.a, change.b, change.path, change.before, change.after
