from collections.abc import Callable

from cassette_cli.checks.check import Problem
from cassette_cli.checks.streams.event_order import CHECK

_STREAM = "".join(
    f'data: {{"type": "{kind}"{index}}}\n\n'
    for kind, index in (
        ("message_start", ""),
        ("content_block_delta", ', "index": 0'),
        ("content_block_stop", ', "index": 0'),
        ("content_block_stop", ', "index": 1'),
        ("content_block_stop", ', "index": 2'),
        ("message_stop", ""),
    )
)


def test_the_first_faults_tell_it(find: Callable[..., list[Problem]]) -> None:
    request = {
        "uri": "https://api.anthropic.com/v1/messages",
        "body": '{"messages": [], "stream": true}',
    }
    found = find(CHECK, (request, {"body": {"string": _STREAM}}))
    assert [problem.location.name for problem in found] == [
        f"response.body › sse[{index}]" for index in (1, 2, 3)
    ]


def test_a_stream_of_no_model_has_no_order(find: Callable[..., list[Problem]]) -> None:
    assert find(CHECK, ({}, {"body": {"string": _STREAM}})) == []
