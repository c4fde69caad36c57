import pytest

from cassette_cli.transcript import (
    Completion,
    Extra,
    GenericPart,
    Message,
    Part,
    Text,
    ToolCall,
    bare_completion,
    bare_part,
    with_extra,
)

_MORE: Extra = (("n", 1),)


@pytest.mark.parametrize(
    ("part", "more"),
    [
        pytest.param(Text("a"), Text("a", _MORE), id="a part without any"),
        pytest.param(Text("a", (("m", 0),)), Text("a", (("m", 0), ("n", 1))), id="behind others"),
        pytest.param(GenericPart("x", 1), GenericPart("x", 1), id="an unknown part has all"),
    ],
)
def test_with_extra(part: Part, more: Part) -> None:
    assert with_extra(part, _MORE) == more


def test_bare_part() -> None:
    assert bare_part(ToolCall("c", "f", {}, _MORE)) == ToolCall("c", "f", {})
    assert bare_part(GenericPart("x", 1)) == GenericPart("x", 1)


def test_bare_completion() -> None:
    message = Message("assistant", (Text("a", _MORE), GenericPart("x", 1)), "stop", _MORE)
    assert bare_completion(Completion("c", messages=(message,), extra=_MORE)) == Completion(
        "c", messages=(Message("assistant", (Text("a"), GenericPart("x", 1)), "stop"),)
    )
