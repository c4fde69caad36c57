import pytest

from cassette_cli.render.excerpt import excerpts

_BEFORE = "word " * 60
_AFTER = " end" * 60


@pytest.mark.parametrize(
    ("recorded", "sent", "expected"),
    [
        pytest.param("a tide", "a moon", ("a tide", "a moon"), id="short texts are whole"),
        pytest.param(
            f"{_BEFORE}tide{_AFTER}",
            f"{_BEFORE}moon{_AFTER}",
            (f"…{'word ' * 8}tide{' end' * 10}…", f"…{'word ' * 8}moon{' end' * 10}…"),
            id="of long ones, what is around the first difference",
        ),
        pytest.param(
            _BEFORE, f"{_BEFORE}more", (f"…{'word ' * 8}", f"…{'word ' * 8}more"), id="a longer one"
        ),
    ],
)
def test_excerpts(recorded: str, sent: str, expected: tuple[str, str]) -> None:
    assert excerpts(recorded, sent) == expected
