from collections.abc import Callable
from typing import Any

import pytest

from cassette_cli.document.intents import Copy, Delete, Move, SetValue
from cassette_cli.errors import EditError
from tests.conftest import source


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        pytest.param(
            source("""
                a: 1
                b: 2
                c: 3
                """),
            [("", Delete, 1)],
            source("""
                a: 1
                c: 3
                """),
            id="an entry",
        ),
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
            source("""
                - a: 1
                  # c

                  b: 2
                """),
            [("0", Delete, 0)],
            source("""
                - # c

                  b: 2
                """),
            id="and a comment",
        ),
        pytest.param(
            "a: 1 # c\nb: 2\n", [("", Delete, 0)], "b: 2\n", id="its comment goes with it"
        ),
        pytest.param(
            source("""
                a: 1
                # c
                b: 2
                c: 3
                """),
            [("", Delete, 1)],
            source("""
                a: 1
                # c
                c: 3
                """),
            id="one above it stays",
        ),
        pytest.param(
            source("""
                a: |
                  x

                b: 2
                """),
            [("", Delete, 0)],
            "b: 2\n",
            id="with a block",
        ),
        pytest.param("a: &x 1\nb: 2\n", [("", Delete, 0)], "b: 2\n", id="an anchor without alias"),
        pytest.param(
            source("""
                ? [x]
                : y
                ? z
                : w
                """),
            [("", Delete, 0)],
            source("""
                ? z
                : w
                """),
            id="a complex key",
        ),
        pytest.param(
            source("""
                a: |+
                  x
                b: 1

                c: 2
                """),
            [("", Delete, 1)],
            source("""
                a: |+
                  x
                c: 2
                """),
            id="no blank line falls to a block that would keep it",
        ),
        pytest.param(
            source("""
                - a: |+
                    x
                - 1

                - 2
                """),
            [("", Delete, 1)],
            source("""
                - a: |+
                    x
                - 2
                """),
            id="nor to one deeper inside",
        ),
        pytest.param(
            source("""
                h:
                  a: 1
                b: 2
                """),
            [("h", Delete, 0)],
            source("""
                h: {}
                b: 2
                """),
            id="the only entry",
        ),
        pytest.param(
            source("""
                h:
                - a
                b: 2
                """),
            [("h", Delete, 0)],
            source("""
                h: []
                b: 2
                """),
            id="the only item",
        ),
        pytest.param(
            source("""
                h: # c
                  # d
                  a: 1
                  # e
                  b: 2
                """),
            [("h", Delete, 0), ("h", Delete, 1)],
            source("""
                h: {} # c
                  # d
                  # e
                """),
            id="all entries, but no comments",
        ),
        pytest.param("h: !x\n  a: 1\n", [("h", Delete, 0)], "h: !x {}\n", id="the tag stays"),
        pytest.param("- a: 1\n- 2\n", [("0", Delete, 0)], "- {}\n- 2\n", id="all beside a dash"),
        pytest.param("-\n  a: 1\n", [("0", Delete, 0)], "-\n  {}\n", id="all below a dash"),
        pytest.param("- !x\n  a: 1\n", [("0", Delete, 0)], "- !x {}\n", id="all below a tag"),
        pytest.param("? a\n: - b\n", [("a", Delete, 0)], "? a\n: []\n", id="all beside a colon"),
        pytest.param("a: 1", [("", Delete, 0)], "{}", id="all of the file"),
        pytest.param("h:\n  a: 1", [("h", Delete, 0)], "h: {}\n", id="all at the end of the file"),
        pytest.param(
            source("""
                - 1
                - 2
                - 3
                """),
            [("", Move, 0, 2)],
            source("""
                - 2
                - 3
                - 1
                """),
            id="moved down",
        ),
        pytest.param("- 1\n- 2\n- 3", [("", Move, 2, 0)], "- 3\n- 1\n- 2\n", id="moved up"),
        pytest.param("- 1\n- 2", [("", Move, 1, 1)], "- 1\n- 2", id="moved to where it is"),
        pytest.param(
            source("""
                x:
                - a: 1
                  b: 2
                - c
                """),
            [("x", Copy, 0, 1)],
            source("""
                x:
                - a: 1
                  b: 2
                - c
                - a: 1
                  b: 2
                """),
            id="copied",
        ),
        pytest.param("- 1\n- 2", [("", Copy, 1, 0)], "- 1\n- 2\n- 2", id="copied without a break"),
        pytest.param(
            source("""
                - a: 1
                - b
                """),
            [("", Copy, 0, 1), ("0/a", SetValue, "x")],
            source("""
                - a: x
                - b
                - a: x
                """),
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
