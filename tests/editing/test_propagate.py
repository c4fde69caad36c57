from collections.abc import Callable

from cassette_cli.editing.propagate import echoes_of, propagated
from cassette_cli.editing.set_completion import SetCompletionField
from cassette_cli.model import Cassette
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import Rewritten, rewrite

_FIRST = '{"role": "user", "content": "2 + 3?"}'
_REPEATED = '{"role": "assistant", "content": "Five."}'
_ANSWER = '{"choices": [{"index": 0, "message": {"role": "assistant", "content": "Five."}}]}'


def _chat(*histories: str) -> str:
    return "interactions:\n" + "".join(
        f"""\
- request:
    body: '{{"model": "m", "messages": [{history}]}}'
    headers: {{}}
    method: POST
    uri: https://api.openai.com/v1/chat/completions
  response:
    body: {{string: '{_ANSWER}'}}
    headers: {{}}
    status: {{code: 200, message: OK}}
"""
        for history in histories
    )


def _edited(cassette: Cassette) -> Rewritten:
    return rewrite(cassette, [InEach(SetCompletionField("text", "5"), frozenset((0,)))])


def test_later_requests_repeat_the_new_answer(cassette_of: Callable[..., Cassette]) -> None:
    text = _chat(_FIRST, f"{_FIRST}, {_REPEATED}", _REPEATED)
    cassette = cassette_of(text)
    edited = _edited(cassette)
    echoes = echoes_of(cassette, edited.cassette, [0])
    assert (echoes.repeating, echoes.sealed) == ({1: 0, 2: 0}, ())
    done = propagated(edited, echoes)
    new = _REPEATED.replace("Five.", "5")
    expected = _chat(_FIRST, f"{_FIRST}, {new}", new).replace("Five.", "5", 1)
    assert done.text == expected
    assert done.told == "1 answer changed, 2 later requests changed"


def test_nobody_repeats_it(cassette_of: Callable[..., Cassette]) -> None:
    cassette = cassette_of(_chat(_FIRST, _FIRST))
    edited = _edited(cassette)
    echoes = echoes_of(cassette, edited.cassette, [0])
    assert (echoes.repeating, echoes.steps) == ({}, ())
    assert propagated(edited, echoes) is edited
