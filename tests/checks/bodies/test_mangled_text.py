from collections.abc import Callable

import pytest

from cassette_cli.checks.bodies.mangled_text import CHECK
from cassette_cli.checks.check import Problem


def mangled(text: str) -> str:
    return text.encode().decode("latin-1")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("plain", 0, id="ASCII"),
        pytest.param("Zürich 😀 naïve", 0, id="text as it should be"),
        pytest.param(mangled("a 😀"), 1, id="an emoji"),
        pytest.param(mangled("“quoted”"), 1, id="quotes"),
        pytest.param(mangled("Ç"), 1, id="two bytes, one of them a control"),
        pytest.param("«CAFÉ»", 0, id="French quotes behind a capital"),
        pytest.param("café\xa0»", 0, id="and behind a blank that does not break"),
    ],
)
def test_mangled_text(find: Callable[..., list[Problem]], text: str, count: int) -> None:
    assert len(find(CHECK, ({}, {"body": {"string": text}}))) == count
    assert len(find(CHECK, ({"body": text}, {}))) == count


def test_bytes_of_an_image_may_be_characters(find: Callable[..., list[Problem]]) -> None:
    response = {"headers": {"Content-Type": ["image/png"]}, "body": {"string": mangled("😀")}}
    assert find(CHECK, ({}, response)) == []
