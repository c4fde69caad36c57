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
    rewritten = rewrite(
        cassette_of("interactions:\n" + "".join(interactions)), [Dedupe(every=True)]
    )
    assert rewritten.text == "interactions:\n" + "".join(interactions[index] for index in kept)
    assert rewritten.notes == notes
    assert rewrite(rewritten.cassette, [Dedupe(every=True)]).notes == ()


def _of_php(*urls: str) -> str:
    return "".join(
        f"- request: {{method: GET, url: 'http://{url}/'}}\n  response: {{status: {{code: 200}}}}\n"
        for url in urls
    )


def test_what_is_never_played_is_dropped(cassette_of: Callable[..., Cassette]) -> None:
    """php-vcr plays the first of equal requests again and again."""
    rewritten = rewrite(cassette_of(_of_php("a", "b", "a")), [Dedupe()])
    assert rewritten.text == _of_php("a", "b")
    assert rewritten.notes == ("#2 dropped: never played, its requests get #0",)


def test_what_is_played_later_is_kept(cassette_of: Callable[..., Cassette]) -> None:
    text = "interactions:\n" + _interaction("a") * 2
    rewritten = rewrite(cassette_of(text), [Dedupe()])
    assert rewritten.text == text
    assert rewritten.notes == (
        "#1 repeats #0, and may be played after it: drop such with --dedupe=all",
    )
    assert rewrite(cassette_of("interactions:\n" + _interaction("a")), [Dedupe()]).notes == ()
