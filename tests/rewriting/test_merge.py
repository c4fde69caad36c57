from collections.abc import Callable

import pytest
import yaml

from cassette_cli.document import Syntax
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.interaction_list import interaction_list
from cassette_cli.rewriting.merge import merge
from cassette_cli.rewriting.split import split


def _go_vcr(*urls: str, margin: str = "    ", more: str = "") -> str:
    items = "".join(
        f"""\
{margin}- id: {index}
{margin}  request:
{margin}    body: |
{margin}      one
{margin}       two

{margin}      three
{margin}    url: {url}
{margin}    method: GET
{margin}  response: {{code: 200}}
"""
        for index, url in enumerate(urls)
    )
    return f"---\nversion: 2\ninteractions:\n{items}{more}"


def _json(*urls: str, separator: str = ", ") -> str:
    items = separator.join(f'{{"request": {{"uri": "{url}"}}, "response": {{}}}}' for url in urls)
    return f'{{"interactions": [{items}], "version": 1}}'


@pytest.mark.parametrize(
    ("texts", "merged"),
    [
        pytest.param([_go_vcr("a")], _go_vcr("a"), id="one alone"),
        pytest.param([_go_vcr("a"), _go_vcr("b", "c")], _go_vcr("a", "b", "c"), id="ids go on"),
        pytest.param(
            [_go_vcr("a"), _go_vcr("b", margin="")], _go_vcr("a", "b"), id="moved to the right"
        ),
        pytest.param(
            [_go_vcr("a", margin=""), _go_vcr("b")],
            _go_vcr("a", "b", margin=""),
            id="moved to the left",
        ),
        pytest.param(
            [_go_vcr("a").rstrip(), _go_vcr("b").rstrip()],
            _go_vcr("a", "b").rstrip(),
            id="without a break at the end",
        ),
        pytest.param(
            [_go_vcr("a", more="# end\n"), _go_vcr("b", more="# gone\n")],
            _go_vcr("a", "b", more="# end\n"),
            id="what follows the list stays behind it",
        ),
        pytest.param(
            [_go_vcr("a").replace("\n", "\r\n"), _go_vcr("b")],
            _go_vcr("a", "b").replace("\n", "\r\n"),
            id="in the line ends of the first",
        ),
        pytest.param([_json("a"), _json("b")], _json("a", "b"), id="JSON"),
        pytest.param(
            [_json("a", "b", separator=",\n"), _json("c")],
            _json("a", "b", "c", separator=",\n"),
            id="JSON, separated as in the first",
        ),
        pytest.param([_json(), _json("a"), _json()], _json("a"), id="empty ones add nothing"),
        pytest.param([_json(), _json()], _json(), id="nothing but empty ones"),
    ],
)
def test_merge(texts: list[str], merged: str, cassette_of: Callable[..., Cassette]) -> None:
    assert merge([cassette_of(text) for text in texts]) == merged


_FLOW = """\
interactions: [{"request": {"uri": "a", "method": GET}, "response": {}}]
"""
_BLOCK = """\
interactions:
- request: {uri: a, method: GET}
  response: {}
"""
_ALIAS = """\
x: &x {uri: a, method: GET}
interactions:
- request: *x
  response: {}
"""


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        pytest.param(
            [_go_vcr("a"), _json("b")],
            r"1\.yaml: vcrpy 1 json, but 0\.yaml is go-vcr 2 yaml",
            id="two formats",
        ),
        pytest.param([_BLOCK, _FLOW], "1.yaml: its interactions stand in brackets", id="brackets"),
        pytest.param([_BLOCK, _ALIAS], "not hold the same", id="an anchor outside of the list"),
    ],
)
def test_what_is_refused(
    texts: list[str], message: str, cassette_of: Callable[..., Cassette]
) -> None:
    cassettes = [cassette_of(text, f"{index}.yaml") for index, text in enumerate(texts)]
    with pytest.raises(EditError, match=message):
        merge(cassettes)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("grpc-calls/xai-chat.yaml", "no HTTP", id="no HTTP"),
        pytest.param(
            "one-interaction/openai-chat-plain.json", "holds one interaction", id="no list"
        ),
    ],
)
def test_samples_that_are_refused(
    name: str, message: str, read_sample: Callable[[str], Cassette]
) -> None:
    with pytest.raises(EditError, match=message):
        merge([read_sample(name), read_sample(name)])


def test_a_split_sample_is_merged_again(
    sample: Cassette, cassette_of: Callable[..., Cassette]
) -> None:
    if interaction_list(sample) is None:
        return
    merged = merge([cassette_of(text, sample.path) for text in split(sample)])
    assert merged == sample.document.text


def test_a_sample_twice(sample: Cassette, cassette_of: Callable[..., Cassette]) -> None:
    if interaction_list(sample) is None:
        return
    text = merge([sample, sample])
    both = cassette_of(text, sample.path).interactions
    assert len(both) == 2 * len(sample.interactions)
    assert [one.request for one in both] == [one.request for one in sample.interactions] * 2
    is_raw = sample.document.syntax is Syntax.HTTP
    assert is_raw or yaml.compose(text, Loader=yaml.CSafeLoader) is not None
