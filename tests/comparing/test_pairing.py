from collections.abc import Callable
from typing import TypeAlias

import pytest

from cassette_cli.comparing.comparand import Comparand
from cassette_cli.comparing.identities import names_of
from cassette_cli.comparing.list_pairing import Paired
from cassette_cli.comparing.noise import DEFAULT_RULES
from cassette_cli.comparing.pairing import Profile, pair_interactions, profile_of
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction
from cassette_cli.reading import Reading

Build: TypeAlias = Callable[..., Interaction]
Read: TypeAlias = Callable[..., tuple[Reading, ...]]


def _profiles(readings: tuple[Reading, ...]) -> list[Profile]:
    names = names_of(readings)
    return [profile_of(Comparand(reading), names, DEFAULT_RULES) for reading in readings]


def _poll(http: Build, *states: str) -> list[Interaction]:
    return [http(url="https://h.example/run", got={"state": state}) for state in states]


@pytest.mark.parametrize(
    ("a", "b", "pairs"),
    [
        pytest.param(
            ["queued", "done"],
            ["queued", "working", "done"],
            [Paired(0, 0), Paired(None, 1), Paired(1, 2)],
            id="a poll more",
        ),
        pytest.param(
            ["queued", "done"],
            ["waiting", "done"],
            [Paired(0, 0), Paired(1, 1)],
            id="another answer",
        ),
    ],
)
def test_repeats_are_paired_by_their_answers(
    a: list[str], b: list[str], pairs: list[Paired], http: Build, read: Read
) -> None:
    left, right = _profiles(read(*_poll(http, *a))), _profiles(read(*_poll(http, *b)))
    assert pair_interactions(left, right) == pairs


def test_prompts_that_share_words_correspond(chat: Build, read: Read) -> None:
    def ask(text: str) -> Interaction:
        message: Json = {"role": "user", "content": text}
        return chat([message], {"content": f"about {text}"})

    left = _profiles(read(ask("the weather in Paris"), ask("the price of tea in China")))
    right = _profiles(read(ask("the price of tea in India")))
    assert pair_interactions(left, right) == [Paired(0, None), Paired(1, 0)]


def test_other_hosts_and_methods_do_not_correspond(http: Build, read: Read) -> None:
    left = _profiles(read(http("GET", "https://a.example/x", got={"a": "b"})))
    right = _profiles(read(http("POST", "https://b.example/y", {"q": 1}, {"c": "d"})))
    assert pair_interactions(left, right) == [Paired(0, None), Paired(None, 0)]
