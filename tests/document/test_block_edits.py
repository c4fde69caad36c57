from collections.abc import Callable
from typing import Any

import pytest

from cassette_cli.document.intents import Copy, Delete, Move, SetValue
from cassette_cli.errors import EditError


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        pytest.param("a: 1\nb: 2\nc: 3\n", [("", Delete, 1)], "a: 1\nc: 3\n", id="an entry"),
        pytest.param("- 1\n- 2\n", [("", Delete, 1)], "- 1\n", id="an item"),
        pytest.param("- 1\n- 2", [("", Delete, 0)], "- 2", id="no break at the end of the file"),
        pytest.param("- 1\n- 2", [("", Delete, 1)], "- 1\n", id="the last without a break"),
        pytest.param(
            "- a: 1 # c\n  b: 2\n",
            [("0", Delete, 0)],
            "- b: 2\n",
            id="one beside its parent's dash",
        ),
        pytest.param(
            "- a: 1\n  # c\n\n  b: 2\n", [("0", Delete, 0)], "- # c\n\n  b: 2\n", id="and a comment"
        ),
        pytest.param(
            "a: 1 # c\nb: 2\n", [("", Delete, 0)], "b: 2\n", id="its comment goes with it"
        ),
        pytest.param(
            "a: 1\n# c\nb: 2\nc: 3\n",
            [("", Delete, 1)],
            "a: 1\n# c\nc: 3\n",
            id="one above it stays",
        ),
        pytest.param("a: |\n  x\n\nb: 2\n", [("", Delete, 0)], "b: 2\n", id="with a block"),
        pytest.param("a: &x 1\nb: 2\n", [("", Delete, 0)], "b: 2\n", id="an anchor without alias"),
        pytest.param("? [x]\n: y\n? z\n: w\n", [("", Delete, 0)], "? z\n: w\n", id="a complex key"),
        pytest.param(
            "a: |+\n  x\nb: 1\n\nc: 2\n",
            [("", Delete, 1)],
            "a: |+\n  x\nc: 2\n",
            id="no blank line falls to a block that would keep it",
        ),
        pytest.param(
            "- a: |+\n    x\n- 1\n\n- 2\n",
            [("", Delete, 1)],
            "- a: |+\n    x\n- 2\n",
            id="nor to one deeper inside",
        ),
        pytest.param(
            "h:\n  a: 1\nb: 2\n", [("h", Delete, 0)], "h: {}\nb: 2\n", id="the only entry"
        ),
        pytest.param("h:\n- a\nb: 2\n", [("h", Delete, 0)], "h: []\nb: 2\n", id="the only item"),
        pytest.param(
            "h: # c\n  # d\n  a: 1\n  # e\n  b: 2\n",
            [("h", Delete, 0), ("h", Delete, 1)],
            "h: {} # c\n  # d\n  # e\n",
            id="all entries, but no comments",
        ),
        pytest.param("h: !x\n  a: 1\n", [("h", Delete, 0)], "h: !x {}\n", id="the tag stays"),
        pytest.param("- a: 1\n- 2\n", [("0", Delete, 0)], "- {}\n- 2\n", id="all beside a dash"),
        pytest.param("-\n  a: 1\n", [("0", Delete, 0)], "-\n  {}\n", id="all below a dash"),
        pytest.param("- !x\n  a: 1\n", [("0", Delete, 0)], "- !x {}\n", id="all below a tag"),
        pytest.param("? a\n: - b\n", [("a", Delete, 0)], "? a\n: []\n", id="all beside a colon"),
        pytest.param("a: 1", [("", Delete, 0)], "{}", id="all of the file"),
        pytest.param("h:\n  a: 1", [("h", Delete, 0)], "h: {}\n", id="all at the end of the file"),
        pytest.param("- 1\n- 2\n- 3\n", [("", Move, 0, 2)], "- 2\n- 3\n- 1\n", id="moved down"),
        pytest.param("- 1\n- 2\n- 3", [("", Move, 2, 0)], "- 3\n- 1\n- 2\n", id="moved up"),
        pytest.param("- 1\n- 2", [("", Move, 1, 1)], "- 1\n- 2", id="moved to where it is"),
        pytest.param(
            "x:\n- a: 1\n  b: 2\n- c\n",
            [("x", Copy, 0, 1)],
            "x:\n- a: 1\n  b: 2\n- c\n- a: 1\n  b: 2\n",
            id="copied",
        ),
        pytest.param("- 1\n- 2", [("", Copy, 1, 0)], "- 1\n- 2\n- 2", id="copied without a break"),
        pytest.param(
            "- a: 1\n- b\n",
            [("", Copy, 0, 1), ("0/a", SetValue, "x")],
            "- a: x\n- b\n- a: x\n",
            id="a copy shows the edits",
        ),
        pytest.param(
            "- a: 1\n- b\n",
            [("", Delete, 0), ("0/a", SetValue, "x")],
            "- b\n",
            id="an edit of what is deleted",
        ),
        pytest.param("- 1\r\n- 2\r\n", [("", Delete, 0)], "- 2\r\n", id="CRLF"),
    ],
)
def test_block_edits(
    edited: Callable[..., str], before: str, steps: list[tuple[Any, ...]], after: str
) -> None:
    assert edited(before, *steps) == after


@pytest.mark.parametrize(
    ("before", "steps"),
    [
        pytest.param("- |\n  x\n- |\n  y", [("", Move, 1, 0)], id="a block without its last break"),
        pytest.param(" ? a\n ? b\n", [("", Delete, 0)], id="a key without a value"),
    ],
)
def test_what_cannot_be_proven_is_refused(
    edited: Callable[..., str], before: str, steps: list[tuple[Any, ...]]
) -> None:
    with pytest.raises(EditError):
        edited(before, *steps)
