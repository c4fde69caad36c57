from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.meaning.mixed_models import CHECK


@pytest.mark.parametrize(
    ("models", "interactions"),
    [
        pytest.param(("a", "a"), [], id="the same"),
        pytest.param(("a", "b", "b"), [1], id="another from there on"),
        pytest.param(("a", "b", "a"), [1, 2], id="there and back"),
    ],
)
def test_mixed_models(
    find: Callable[..., list[Problem]], models: tuple[str, ...], interactions: list[int]
) -> None:
    url = "https://api.openai.com/v1/chat/completions"
    calls: list[tuple[dict[str, object], dict[str, object]]] = [
        ({"uri": url, "body": f'{{"model": "{model}"}}'}, {}) for model in models
    ]
    assert [found.location.interaction for found in find(CHECK, *calls)] == interactions
