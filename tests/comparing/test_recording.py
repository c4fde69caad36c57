from collections.abc import Callable

from cassette_cli.comparing.recording import Recording
from cassette_cli.model import Body, Interaction, Request, Response


def test_a_model_call_is_read_as_one(
    chat: Callable[..., Interaction], read: Callable[..., tuple[Recording, ...]]
) -> None:
    [recording] = read(chat([{"role": "user", "content": "Hi"}], {"content": "Hello"}))
    assert recording.told
    assert recording.answered
    assert recording.spelled_request == (
        '{"messages": [{"content": "Hi", "role": "user"}], "model": "gpt-4o"}'
    )


def test_an_answer_that_no_dialect_can_read_stays_http(
    http: Callable[..., Interaction], read: Callable[..., tuple[Recording, ...]]
) -> None:
    url = "https://h.example/v1/chat/completions"
    [recording] = read(http("POST", url, None, "<h1>Bad gateway</h1>", status_code=502))
    assert recording.conversation is not None
    assert not recording.answered
    assert recording.response_text == "<h1>Bad gateway</h1>"


def test_bytes_have_no_text(read: Callable[..., tuple[Recording, ...]]) -> None:
    request = Request("POST", "https://h.example/x", (), Body(b"\xff\x00"))
    [recording] = read(Interaction(0, request, Response(200)))
    assert (recording.request_text, recording.spelled_request) == ("", "ff00")
