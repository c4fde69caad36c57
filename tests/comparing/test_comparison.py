from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from cassette_cli.comparing.change import Category
from cassette_cli.comparing.comparison import compare_interactions
from cassette_cli.json_values import Json, write_json
from cassette_cli.model import Interaction
from cassette_cli.reading import Reading

Build: TypeAlias = Callable[..., Interaction]
Tell: TypeAlias = Callable[[list[Interaction], list[Interaction]], list[tuple[Any, ...]]]

_USER: Json = {"role": "user", "content": "Roll twice"}


def _call(call_id: str, name: str = "roll") -> Json:
    return {"id": call_id, "type": "function", "function": {"name": name, "arguments": "{}"}}


def _result(call_id: str, content: str) -> Json:
    return {"role": "tool", "tool_call_id": call_id, "content": content}


def _conversation(chat: Build, first: str, second: str, *, swapped: bool = False) -> list[Any]:
    calls: Json = [_call(first), _call(second)]
    results = [_result(first, "five"), _result(second, "six")]
    if swapped:
        results = [_result(second, "five"), _result(first, "six")]
    messages = [_USER, {"role": "assistant", "tool_calls": calls}, *results]
    return [
        chat([_USER], {"content": None, "tool_calls": calls}),
        chat(messages, {"content": "Five and six."}),
    ]


def test_ids_may_be_called_otherwise(chat: Build, told: Tell) -> None:
    a = _conversation(chat, "call_1", "call_2")
    assert told(a, _conversation(chat, "call_x", "call_y")) == []


def test_a_result_of_another_call_is_content(chat: Build, told: Tell) -> None:
    a = _conversation(chat, "call_1", "call_2")
    b = _conversation(chat, "call_x", "call_y", swapped=True)
    path = "prompt.messages[{}].parts[0].id"
    assert told(a, b) == [
        ("changed", "content", 1, 1, path.format(2), "call_1", "call_y"),
        ("changed", "content", 1, 1, path.format(3), "call_2", "call_x"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        pytest.param(
            {"answer": {"content": "Two"}},
            {"answer": {"content": "Three"}},
            [("changed", "content", "completion.messages[0].parts[0].content", "Two", "Three")],
            id="the text of an answer",
        ),
        pytest.param(
            {"answer": {"content": "Two"}, "finish_reason": "stop"},
            {"answer": {"content": "Two"}, "finish_reason": "length"},
            [("changed", "content", "completion.messages[0].finish_reason", "stop", "length")],
            id="how it ended",
        ),
        pytest.param(
            {"answer": {"content": "Two"}},
            {"answer": {"content": "Two"}, "temperature": 0.5},
            [("added", "content", "prompt.settings.temperature", None, 0.5)],
            id="a setting that is new",
        ),
        pytest.param(
            {"answer": {"content": "Two"}, "usage": {"prompt_tokens": 5}},
            {"answer": {"content": "Two"}, "usage": {"prompt_tokens": 6}},
            [("changed", "usage", "completion.usage.input_tokens", 5, 6)],
            id="token counts are usage",
        ),
        pytest.param(
            {"answer": {"content": "Two"}, "created": 1_700_000_000, "id": "chatcmpl-1"},
            {"answer": {"content": "Two"}, "created": 1_700_999_999, "id": "chatcmpl-2"},
            [],
            id="times and ids are noise",
        ),
        pytest.param(
            {"answer": {"content": "Two", "annotations": [{"url": "a"}]}},
            {"answer": {"content": "Two", "annotations": [{"url": "b"}]}},
            [
                (
                    *("changed", "content"),
                    *("completion.messages[0].extra.annotations[0].url", "a", "b"),
                )
            ],
            id="what the dialect does not know is compared, too",
        ),
    ],
)
def test_a_model_call(
    before: dict[str, Any],
    after: dict[str, Any],
    rows: list[tuple[Any, ...]],
    chat: Build,
    told: Tell,
) -> None:
    found = told([chat([_USER], **before)], [chat([_USER], **after)])
    assert [(kind, category, *rest) for kind, category, _, _, *rest in found] == rows


def test_key_order_and_layout_are_nothing(http: Build, read: Callable[..., Any]) -> None:
    a = http(got='{"a": 1, "b": [2, 3]}')
    b = http(got='{"b":[2,3],\n"a":1}')
    assert compare_interactions(read(a), read(b)) == ()


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        pytest.param(
            "abc", "ac", [("removed", "content", 1, None, "interaction")], id="one is removed"
        ),
        pytest.param(
            "ac", "abc", [("added", "content", None, 1, "interaction")], id="one is added"
        ),
        pytest.param("ab", "ba", [("moved", "content", 0, 1, "interaction")], id="one has moved"),
        pytest.param("aab", "aab", [], id="repeats are normal"),
    ],
)
def test_interactions_are_aligned(
    before: str, after: str, rows: list[tuple[Any, ...]], http: Build, told: Tell
) -> None:
    a, b = (
        [http(url=f"https://h.example/{name}", got={"name": name}) for name in names]
        for names in (before, after)
    )
    assert [row[:5] for row in told(a, b)] == rows


def test_a_duplicate_says_what_it_repeats(http: Build, told: Tell) -> None:
    one, two = http(url="https://h.example/1"), http(url="https://h.example/2")
    [(*_, after)] = told([one, two], [one, one, two])
    assert after == {
        "method": "GET",
        "url": "https://h.example/1",
        "status_code": 200,
        "repeats": 0,
    }


def test_an_id_in_urls_is_renamed_with_the_rest(http: Build, told: Tell) -> None:
    def runs(thread: str) -> list[Interaction]:
        return [
            http("POST", "https://h.example/threads", {}, {"id": thread}),
            http("GET", f"https://h.example/threads/{thread}/runs", None, {"thread_id": thread}),
        ]

    assert told(runs("thread_a1b2c3d4e5f6"), runs("thread_g7h8i9j0k1l2")) == []


def test_noise_is_counted(http: Build, read: Callable[..., tuple[Reading, ...]]) -> None:
    a = http(got={"x": 1}, headers=(("Date", "Mon, 1 Jan 2024 00:00:00 GMT"),))
    b = http(got={"x": 1}, headers=(("date", "Tue, 2 Jan 2024 00:00:00 GMT"), ("Age", "1")))
    changes = compare_interactions(read(a), read(b))
    assert [(change.category, change.path) for change in changes] == [
        (Category.NOISE, "response.headers.date"),
        (Category.NOISE, "response.headers.Age"),
    ]


def _stream(*words: str, finished: bool = True) -> str:
    choices: list[Json] = [{"delta": {"content": word}} for word in words]
    if finished:
        choices.append({"delta": {}, "finish_reason": "stop"})
    events = [write_json({"id": "c", "choices": [choice]}) for choice in choices]
    return "".join(f"data: {event}\n\n" for event in [*events, *(["[DONE]"] if finished else [])])


def test_chunks_are_nothing(http: Build, told: Tell) -> None:
    a, b = (
        [http("POST", "https://h.example/chat/completions", {"model": "m"}, _stream(*words))]
        for words in (("Hel", "lo"), ("Hello",))
    )
    assert told(a, b) == []


def test_a_stream_that_broke_off(http: Build, told: Tell) -> None:
    a, b = (
        [
            http(
                "POST",
                "https://h.example/chat/completions",
                {"model": "m"},
                _stream("Hi", finished=finished),
            )
        ]
        for finished in (True, False)
    )
    assert [(row[4], *row[5:]) for row in told(a, b)] == [
        ("complete", True, False),
        ("completion.messages[0].finish_reason", "stop", None),
    ]


def test_an_empty_member_more_is_noise(chat: Build, told: Tell) -> None:
    a, b = chat([_USER], {"content": "Two"}), chat([_USER], {"content": "Two", "annotations": []})
    assert told([a], [b]) == []


def test_a_member_that_says_something_is_content(chat: Build, told: Tell) -> None:
    note: Json = [{"url": "https://h.example/a b"}]
    a, b = chat([_USER], {"content": "Two"}), chat([_USER], {"content": "Two", "annotations": note})
    [(kind, category, *_)] = told([a], [b])
    assert (kind, category) == ("added", "content")
