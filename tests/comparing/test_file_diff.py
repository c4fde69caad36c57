from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from cassette_cli.comparing.change import Category, ChangeKind
from cassette_cli.comparing.file_diff import (
    CassetteSummary,
    InteractionPair,
    TurnPath,
    compare_files,
)
from cassette_cli.comparing.noise import DEFAULT_RULES
from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette, Interaction

Build: TypeAlias = Callable[..., Interaction]

_USER: Json = {"role": "user", "content": "Hi"}


def _cassette(*interactions: Interaction) -> Cassette:
    return Cassette("chat.yaml", "go-vcr", "2", interactions, parse("chat.yaml", ""))


def test_around_the_changes(chat: Build) -> None:
    a = _cassette(chat([_USER], {"content": "Hello"}))
    b = _cassette(chat([_USER], {"content": "Good day"}))
    diff = compare_files(a, b, DEFAULT_RULES)
    outline = CassetteSummary("chat.yaml", ("gpt-4o",), ("stop",), 5, 7)
    assert (diff.a, diff.b, diff.equal, diff.noise) == (outline, outline, False, 0)
    turns = (
        TurnPath("prompt.messages[0]", "user", ("",)),
        TurnPath("completion.messages[0]", "assistant", ("",)),
    )
    url = "https://api.openai.com/v1/chat/completions"
    assert diff.pairs == (InteractionPair(0, 0, "POST", url, 200, turns, turns),)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        pytest.param(None, "here", ChangeKind.ADDED, id="a new file"),
        pytest.param("here", None, ChangeKind.REMOVED, id="a file that is gone"),
    ],
)
def test_a_file_that_one_side_lacks(
    before: str | None, after: str | None, kind: ChangeKind, chat: Build
) -> None:
    cassette = _cassette(chat([_USER], {"content": "Hello"}))
    diff = compare_files(cassette if before else None, cassette if after else None, DEFAULT_RULES)
    assert [change.kind for change in diff.changes] == [kind]
    assert not diff.equal
    assert len(diff.pairs) == 1


def test_strictly_noise_counts(chat: Build) -> None:
    a = _cassette(chat([_USER], {"content": "Hello"}, created=1_700_000_000))
    b = _cassette(chat([_USER], {"content": "Hello"}, created=1_700_000_001))
    diff = compare_files(a, b, DEFAULT_RULES)
    assert diff.equal
    assert diff.is_equal(strict=False)
    assert not diff.is_equal(strict=True)


def test_recordings_that_are_no_http_are_compared_as_data() -> None:
    path = "sample_cassettes/websocket-messages/openai-realtime.yaml"
    text = (Path(__file__).parents[2] / path).read_text("utf-8")
    other = text.replace("session", "sitting")
    a, b = (read_cassette(parse("s.yaml", each)) for each in (text, other))
    assert a.not_http
    assert compare_files(a, a, DEFAULT_RULES).changes == ()
    changes = compare_files(a, b, DEFAULT_RULES).changes
    assert {(change.a, change.b, change.category) for change in changes} == {
        (None, None, Category.CONTENT)
    }
