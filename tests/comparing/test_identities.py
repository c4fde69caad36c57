from collections.abc import Callable
from typing import TypeAlias

import pytest

from cassette_cli.comparing.identities import (
    Renaming,
    is_id_field,
    looks_generated,
    mask,
    mask_quoted,
    mask_text,
    names_of,
)
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction
from cassette_cli.reading import Reading

Read: TypeAlias = Callable[..., tuple[Reading, ...]]
Build: TypeAlias = Callable[..., Interaction]

_A, _B = "call_a1b2c3d4e5", "call_f6g7h8i9j0"
_X, _Y = "call_k1l2m3n4o5", "call_p6q7r8s9t0"


@pytest.mark.parametrize(
    ("value", "generated"),
    [
        pytest.param("0b0e5c3a-9d5e-4c83-9e0a-3f9d0a7b1c11", True, id="a UUID"),
        pytest.param("call_9sK2mX81bQ7", True, id="random letters behind a prefix"),
        pytest.param("msg-0123456789", True, id="a long number"),
        pytest.param("gpt-4o-2024-08-06", False, id="a model"),
        pytest.param("claude-3-5-sonnet-20241022", False, id="a model with a date"),
        pytest.param("get_current_weather", False, id="a function"),
        pytest.param("stop", False, id="a word"),
    ],
)
def test_looks_generated(value: str, generated: bool) -> None:  # noqa: FBT001 -- a column
    assert looks_generated(value) is generated


@pytest.mark.parametrize(
    ("name", "is_id"),
    [
        pytest.param("id", True, id="id"),
        pytest.param("tool_call_id", True, id="with an underscore"),
        pytest.param("toolUseId", True, id="in camel case"),
        pytest.param("valid", False, id="a word that ends so"),
    ],
)
def test_is_id_field(name: str, is_id: bool) -> None:  # noqa: FBT001 -- a column
    assert is_id_field(name) is is_id


class TestRenaming:
    def test_a_bound_id_has_one_counterpart(self) -> None:
        renaming = Renaming()
        renaming.define(_A, _X)
        assert renaming.agree(_A, _X)
        assert not renaming.agree(_A, _Y)
        assert not renaming.agree(_B, _X)

    def test_given_out_ids_are_bound_where_they_are_met(self) -> None:
        renaming = Renaming(frozenset((_A,)), frozenset((_X,)))
        assert renaming.agree(_A, _X)
        assert renaming.forward == {_A: _X}

    def test_an_id_that_nobody_gave_out_is_what_it_says(self) -> None:
        assert not Renaming(frozenset((_A,))).agree(_A, _X)
        assert Renaming().agree(_A, _A)

    def test_an_id_of_both_recordings_stays_itself(self) -> None:
        both = frozenset((_A, _B))
        assert not Renaming(both, both).agree(_A, _B)

    def test_an_id_given_out_twice_stands_for_nothing(self) -> None:
        renaming = Renaming()
        renaming.define("same", _X)
        renaming.define("same", _Y)
        assert renaming.agree("same", _X)
        assert renaming.agree("same", _Y)

    def test_ids_within_a_text(self) -> None:
        renaming = Renaming(frozenset((_A,)), frozenset((_X,)))
        assert renaming.agree_within(f"see {_A}!", f"see {_X}!")
        assert not renaming.agree_within(f"see {_A}!", f"hear {_X}!")
        assert not renaming.agree_within("one id", "one id more")

    def test_ids_in_quotes(self) -> None:
        renaming = Renaming(frozenset((_A, _B)), frozenset((_X, _Y)))
        assert renaming.agree_in_quotes(f'{{"id": "{_A}"}}', f'{{"id": "{_X}"}}')
        assert not renaming.agree_in_quotes(f'{{"id": "{_A}"}}', f'{{"id": "{_Y}"}}')
        assert not renaming.agree_in_quotes('{"n": 1}', '{"n": 2}')
        assert not renaming.agree_in_quotes('{"n": 1}', "{}")

    @pytest.mark.parametrize(
        ("a", "b", "settled"),
        [
            pytest.param({"a": ["b", 1, None]}, {"a": ["b", 1, None]}, True, id="the same"),
            pytest.param({"a": ["b"]}, {"a": ["c"]}, False, id="another text"),
            pytest.param({"a": 1}, {"a": True}, False, id="a number is no truth value"),
            pytest.param([{"id": "b"}], [{"id": "b"}], False, id="a field for ids may bind one"),
            pytest.param(["b", [_A]], ["b", [_A]], False, id="an id that has another name now"),
            pytest.param(["b", [_X]], ["b", [_X]], False, id="an id that is the name of another"),
        ],
    )
    def test_is_settled(self, a: Json, b: Json, settled: bool) -> None:  # noqa: FBT001 -- a column
        renaming = Renaming()
        renaming.define(_A, _X)
        assert renaming.is_settled(a, b) is settled

    def test_an_unchanged_text_is_compared_with_what_was_renamed(self) -> None:
        renaming = Renaming(frozenset((_A,)), frozenset((_X,)))
        renaming.define(_A, _X)
        assert not renaming.agree_in_quotes(f'["{_A}"]', f'["{_A}"]')


def test_masks_make_ids_the_same() -> None:
    names = frozenset(("short",))
    value: Json = {"id": _A, "run_id": "short", "text": f"see {_A}", "n": 1, "model": "gpt-4o"}
    masked: Json = {"id": None, "run_id": None, "text": "see *", "n": 1, "model": "gpt-4o"}
    assert mask([value], names) == [masked]
    assert mask_quoted(f'["{_A}", "short", "long enough"]', names) == '["*", "*", "long enough"]'
    assert mask_text("word " * 100, names) == "word " * 100


class TestNames:
    def test_what_a_response_gives_out(self, read: Read, http: Build) -> None:
        got = {"id": "thread_abc123def456", "name": "x", "model_id": "gpt-4o"}
        assert names_of(read(http(got=got))) == {"thread_abc123def456"}

    def test_what_a_client_chose_is_its_own(self, read: Read, http: Build) -> None:
        chosen = {"assistant_id": "asst_abc123def456"}
        assert names_of(read(http("POST", sent=chosen, got=chosen))) == frozenset()

    def test_calls_of_a_prompt_whose_answer_was_not_recorded(self, read: Read, chat: Build) -> None:
        call = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
        messages = [
            {"role": "assistant", "tool_calls": [call]},
            {"role": "tool", "tool_call_id": "c1", "content": "5"},
        ]
        names = names_of(read(chat(messages, {"content": "5"}, id="chatcmpl-9")))
        assert names == {"c1", "chatcmpl-9"}

    def test_request_ids_of_headers(self, read: Read, http: Build) -> None:
        headers = (("X-Request-Id", "req_0123456789abc"), ("X-Request-Id", "none"))
        assert names_of(read(http(headers=headers))) == {"req_0123456789abc"}
