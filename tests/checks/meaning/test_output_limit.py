import json
from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.meaning.output_limit import CHECK


@pytest.mark.parametrize(
    ("reasons", "count"),
    [
        pytest.param(("stop",), 0, id="finished"),
        pytest.param(("length",), 1, id="cut off"),
        pytest.param(("length", "length"), 1, id="said once for all choices"),
    ],
)
def test_output_limit(
    find: Callable[..., list[Problem]], reasons: tuple[str, ...], count: int
) -> None:
    choices = [
        {"index": index, "message": {"content": "Hi"}, "finish_reason": reason}
        for index, reason in enumerate(reasons)
    ]
    request = {"uri": "https://api.openai.com/v1/chat/completions", "body": "{}"}
    response = {"body": {"string": json.dumps({"choices": choices})}}
    assert len(find(CHECK, (request, response))) == count
