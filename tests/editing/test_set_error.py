from collections.abc import Callable

import pytest

from cassette_cli.editing.set_error import error_steps
from cassette_cli.model import Cassette, header_value
from cassette_cli.reading import Reading
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite


@pytest.mark.parametrize(
    ("sample_name", "error", "status_code", "header"),
    [
        pytest.param(
            "vcrpy/anthropic-complete-streamed.yaml",
            "anthropic:429",
            429,
            ("retry-after", "1"),
            id="a stream becomes a JSON body",
        ),
        pytest.param(
            "vcrpy/openai-chat-gzip.yaml",
            "openai:500",
            500,
            ("content-type", "application/json"),
            id="under a content coding",
        ),
        pytest.param(
            "vcrpy/bedrock-converse-tool-streamed.yaml",
            "bedrock:ThrottlingException",
            429,
            ("x-amzn-errortype", "ThrottlingException"),
            id="in the place of binary frames",
        ),
    ],
)
def test_error_steps(
    sample_name: str,
    error: str,
    status_code: int,
    header: tuple[str, str],
    read_sample: Callable[[str], Cassette],
) -> None:
    cassette = read_sample(sample_name)
    rewritten = rewrite(cassette, [InEach(step, frozenset((0,))) for step in error_steps(error)])
    first = Reading(rewritten.cassette.interactions[0])
    response = first.interaction.response
    assert response.status_code == status_code
    assert header_value(response.headers, header[0]) == header[1]
    assert isinstance(first.response.value, dict)
    assert rewritten.told == "1 answer replaced by an error"
    conversation = first.conversation
    assert conversation is None or conversation.completion.error is not None
