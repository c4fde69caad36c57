"""What a client sends back is compared by the response that gave it out."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from cassette_cli.json_values import Json
from cassette_cli.model import Interaction

Build: TypeAlias = Callable[..., Interaction]
Tell: TypeAlias = Callable[[list[Interaction], list[Interaction]], list[tuple[Any, ...]]]

_URL = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro:generateContent"
_FIRST, _SECOND = "CvIGAePx14+kHhFE9nSX3tFU", "CoICAdHtimo/IAY8uUYR6Efm"


def _turns(http: Build, given: str, sent: str | None) -> list[Interaction]:
    user: Json = {"role": "user", "parts": [{"text": "Add."}]}
    call: dict[str, Json] = {"functionCall": {"name": "add", "args": {"a": 2}}}
    answer: Json = {
        "candidates": [
            {"content": {"role": "model", "parts": [{**call, "thoughtSignature": given}]}}
        ]
    }
    signed: Json = {**call, "thoughtSignature": sent} if sent else call
    result: Json = {"functionResponse": {"name": "add", "response": {"r": 5}}}
    history: Json = [
        user,
        {"role": "model", "parts": [signed]},
        {"role": "user", "parts": [result]},
    ]
    last: Json = {"candidates": [{"content": {"role": "model", "parts": [{"text": "5"}]}}]}
    return [
        http("POST", _URL, {"contents": [user]}, answer),
        http("POST", _URL, {"contents": history}, last),
    ]


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        pytest.param(_SECOND, _SECOND, id="another signature, sent back"),
        pytest.param(_SECOND, _SECOND.replace("/", "_"), id="sent back in the alphabet for URLs"),
    ],
)
def test_a_signature_is_a_bound_name(given: str, sent: str, http: Build, told: Tell) -> None:
    assert told(_turns(http, _FIRST, _FIRST), _turns(http, given, sent)) == []


@pytest.mark.parametrize(
    ("given", "sent", "kind"),
    [
        pytest.param(_FIRST, None, "removed", id="left out"),
        pytest.param(_FIRST, _SECOND, "changed", id="made up"),
    ],
)
def test_a_signature_that_no_response_gave_is_content(
    given: str, sent: str | None, kind: str, http: Build, told: Tell
) -> None:
    changes = told(_turns(http, _FIRST, _FIRST), _turns(http, given, sent))
    path = "prompt.messages[1].parts[0].extra.thoughtSignature"
    assert [change[:5] for change in changes] == [(kind, "content", 1, 1, path)]


def test_an_id_that_a_url_repeats_is_a_name_whatever_it_looks_like(http: Build, told: Tell) -> None:
    def made(name: str) -> list[Interaction]:
        board = f"https://api.example.com/v1/board/{name}"
        return [
            http("POST", "https://api.example.com/v1/board", {"title": "t"}, {"id": name}),
            http("DELETE", board, None, {"deleted_id": name}),
        ]

    assert told(made("wek-eci-qnn"), made("vkx-dzn-uqx")) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"scope": "read write"}, {"scope": "write read"}, id="words in any order"),
        pytest.param({"key": "REDACTED"}, {"key": "<API_KEY>"}, id="placeholders"),
        pytest.param(
            {"datetime": "2024-05-01T10:00:00Z"}, {"datetime": "2025-05-01T10:00:00Z"}, id="times"
        ),
    ],
)
def test_noise(before: Json, after: Json, http: Build, told: Tell) -> None:
    assert told([http(got=before)], [http(got=after)]) == []
