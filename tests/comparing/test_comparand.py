from collections.abc import Callable

from cassette_cli.comparing.comparand import Comparand
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Interaction, Request, Response
from cassette_cli.reading import Reading

_USER: Json = {"role": "user", "content": "Hi"}


def test_a_model_call_is_spelled_as_a_transcript(chat: Callable[..., Interaction]) -> None:
    comparand = Comparand(Reading(chat([_USER], {"content": "Hello"})))
    spelled = '{"messages": [{"content": "Hi", "role": "user"}], "model": "gpt-4o"}'
    assert comparand.spelled_request == spelled
    assert isinstance(comparand.prompt, dict)
    assert isinstance(comparand.completion, dict)


def test_what_is_no_model_call_has_no_transcript(http: Callable[..., Interaction]) -> None:
    comparand = Comparand(Reading(http("POST", sent={"b": 1, "a": 2})))
    assert (comparand.prompt, comparand.completion) == (None, None)
    assert comparand.spelled_request == '{"a": 2, "b": 1}'


def test_bytes_are_spelled_in_hex() -> None:
    request = Request("POST", "https://h.example/x", (), Body(b"\xff\x00"))
    assert Comparand(Reading(Interaction(0, request, Response(200)))).spelled_request == "ff00"
