from collections.abc import Callable

import pytest

from cassette_cli.commands.edit.copying import Copying
from cassette_cli.commands.shared.selection import SelectionError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.rewrite import rewrite


def _cassette(*names: str) -> str:
    return "version: 2\ninteractions:\n" + "".join(
        f"- id: {number}\n  request: {{url: 'http://{name}/', method: GET}}\n"
        "  response: {code: 200}\n"
        for number, name in enumerate(names)
    )


@pytest.mark.parametrize(
    ("copying", "names", "at"),
    [
        pytest.param(Copying(like=0), "abca", 3, id="at the end"),
        pytest.param(Copying(before=0), "aabc", 0, id="before the first"),
        pytest.param(Copying(after=-1), "abcc", 3, id="behind the last"),
        pytest.param(Copying(like=2, before=1), "acbc", 1, id="of another one"),
        pytest.param(Copying(like=0, after=1), "abac", 2, id="of another one, behind"),
    ],
)
def test_copies(
    copying: Copying, names: str, at: int, cassette_of: Callable[..., Cassette]
) -> None:
    cassette = cassette_of(_cassette(*"abc"))
    assert copying.at(cassette) == at
    rewritten = rewrite(cassette, copying.steps(cassette))
    assert rewritten.text == _cassette(*names)
    assert rewritten.origins[at] is None


def test_no_copy(cassette_of: Callable[..., Cassette]) -> None:
    cassette = cassette_of(_cassette("a"))
    assert (Copying().asked, Copying().steps(cassette)) == (False, ())
    with pytest.raises(SelectionError):
        Copying(before=7).steps(cassette)
