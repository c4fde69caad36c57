from collections.abc import Callable
from typing import Any

import pytest

from cassette_cli.document.intents import Intent
from cassette_cli.document.nodes import Mapping, Node, Scalar, Sequence
from cassette_cli.document.parse import parse
from cassette_cli.document.patch import apply


def at(node: Node, path: str) -> Any:  # noqa: ANN401 -- each row knows what stands there
    """The node at `a/0/b`; `a/?b` is the key itself."""
    for step in path.split("/") if path else ():
        match node:
            case Sequence(items):
                node = items[int(step)]
            case Mapping(entries) if step.startswith("?"):
                node = next(key for key, _ in entries if key[0] == step[1:])
            case Mapping(entries):
                node = next(value for key, value in entries if key[0] == step)
            case _:
                pytest.fail(f"nothing at {path}")
    assert isinstance(node, Scalar | Mapping | Sequence)
    return node


@pytest.fixture
def edited() -> Callable[..., str]:
    """Edit a text: each step is a path, a kind of intent, and the rest of its arguments."""

    def edited(before: str, *steps: tuple[Any, ...]) -> str:
        document = parse("t.yaml", before)
        intents: list[Intent] = [
            kind(at(document.roots[0], path), *arguments) for path, kind, *arguments in steps
        ]
        return apply(document, intents).text

    return edited
