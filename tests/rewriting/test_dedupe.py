from collections.abc import Callable

import pytest

from cassette_cli.model import Cassette
from cassette_cli.rewriting.dedupe import Dedupe
from cassette_cli.rewriting.rewrite import rewrite

_HELLO = "H4sIAAAAAAACE8tIzcnJBwCGphA2BQAAAA=="


def _interaction(body: str, *, url: str = "http://a/", date: str = "1", header: str = "") -> str:
    return f"""\
- request: {{uri: '{url}', method: GET, headers: {{Date: ['{date}']}}}}
  response:
    headers: {{{header}}}
    body: {{string: {body}}}
    status: {{code: 200, message: OK}}
"""


_GZIP = _interaction(f"!!binary '{_HELLO}'", header="Content-Encoding: [gzip]")


@pytest.mark.parametrize(
    ("interactions", "kept", "notes"),
    [
        pytest.param(
            [_interaction("a"), _interaction("b"), _interaction("a", date="2")],
            [0, 1],
            ("#2 dropped: the same as #0",),
            id="headers do not count",
        ),
        pytest.param(
            [_interaction("hello"), _GZIP],
            [0],
            ("#1 dropped: the same as #0",),
            id="bodies are compared decoded",
        ),
        pytest.param(
            [_interaction("a"), _interaction("a", url="http://b/")], [0, 1], (), id="URLs count"
        ),
        pytest.param([_interaction("a")], [0], (), id="one alone"),
    ],
)
def test_dedupe(
    interactions: list[str],
    kept: list[int],
    notes: tuple[str, ...],
    cassette_of: Callable[..., Cassette],
) -> None:
    rewritten = rewrite(cassette_of("interactions:\n" + "".join(interactions)), [Dedupe()])
    assert rewritten.text == "interactions:\n" + "".join(interactions[index] for index in kept)
    assert rewritten.notes == notes
    assert rewrite(rewritten.cassette, [Dedupe()]).notes == ()
