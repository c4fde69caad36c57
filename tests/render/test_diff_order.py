import pytest

from cassette_cli.comparing.change import Category, Change, ChangeKind
from cassette_cli.comparing.file_diff import InteractionPair, TurnPath
from cassette_cli.render.diff_order import placed_changes


def _turns(*roles: str) -> tuple[TurnPath, ...]:
    prompt = [TurnPath(f"prompt.messages[{place}]", role) for place, role in enumerate(roles)]
    answer = TurnPath("completion.messages[0]", "assistant", (", reasoning", " calls add"))
    return (*prompt, answer)


def _change(kind: ChangeKind, path: str) -> Change:
    return Change(kind, Category.CONTENT, 0, 0, path, "x", "y")


_REMOVED, _CHANGED, _ADDED = ChangeKind.REMOVED, ChangeKind.CHANGED, ChangeKind.ADDED


@pytest.mark.parametrize(
    ("changes", "order"),
    [
        pytest.param(
            [(_REMOVED, "prompt.messages[1]"), (_CHANGED, "prompt.messages[0].parts[0].content")],
            [("prompt.messages[0].parts[0].content", "user"), ("prompt.messages[1]", "tool")],
            id="a removed message stands where it stood, with its role",
        ),
        pytest.param(
            [(_CHANGED, "completion.messages[0].parts[1].arguments.a")],
            [("completion.messages[0].parts[1].arguments.a", "assistant calls add")],
            id="a call names its tool",
        ),
        pytest.param(
            [(_CHANGED, "completion.messages[0].parts[0].content")],
            [("completion.messages[0].parts[0].content", "assistant, reasoning")],
            id="a thought is no text",
        ),
        pytest.param(
            [(_REMOVED, "prompt.messages[2]"), (_CHANGED, "completion.messages[0].finish_reason")],
            [("prompt.messages[2]", "user"), ("completion.messages[0].finish_reason", "assistant")],
            id="the last of a prompt stands before the answer",
        ),
        pytest.param(
            [(_REMOVED, "prompt.messages[0]"), (_ADDED, "prompt.messages[0]")],
            [("prompt.messages[0]", "user"), ("prompt.messages[0]", "user")],
            id="what went stands before what came instead",
        ),
    ],
)
def test_order(changes: list[tuple[ChangeKind, str]], order: list[tuple[str, str]]) -> None:
    pair = InteractionPair(
        0, 0, "POST", "", 200, _turns("user", "user"), _turns("user", "tool", "user")
    )
    placed = placed_changes(pair, [_change(*change) for change in changes])
    assert [(change.path, label) for _, here in placed.turns for change, label in here] == order


def test_what_is_in_no_turn_comes_first() -> None:
    pair = InteractionPair(0, 0, "POST", "", 200, _turns("user"))
    change = _change(_CHANGED, "response.status_code")
    assert placed_changes(pair, [change]).loose == [(change, "")]
