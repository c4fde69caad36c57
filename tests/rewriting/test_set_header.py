from collections.abc import Callable

import pytest

from cassette_cli.document import Mapping
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette, header_values
from cassette_cli.rewriting.header_fields import header_fields
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite
from cassette_cli.rewriting.set_header import SetHeader
from tests.rewriting.conftest import with_headers


@pytest.mark.parametrize(
    ("name", "value", "before", "after"),
    [
        pytest.param(
            "x-b",
            "c",
            with_headers("""
                X-B:
                - 'b'
                """),
            with_headers(
                """
                X-B:
                - 'c'
                """,
                "{X-B: [c]}",
            ),
            id="on both sides, in the style of each",
        ),
        pytest.param(
            "X-A",
            "c",
            with_headers("{X-A: [a, b]}"),
            with_headers("{X-A: [c]}"),
            id="one of several values",
        ),
        pytest.param(
            "X-A",
            "c",
            with_headers("{X-A: a, x-a: b}"),
            with_headers("{X-A: c}"),
            id="one of several fields",
        ),
        pytest.param(
            "X-A", "7", with_headers("{X-A: 5}"), with_headers("{X-A: 7}"), id="a number stays one"
        ),
        pytest.param(
            "X-A",
            "c",
            with_headers("{X-A: 5}"),
            with_headers("{X-A: c}"),
            id="a number becomes text",
        ),
        pytest.param(
            "X-A",
            "7",
            with_headers("{X-A: a}"),
            with_headers("{X-A: '7'}"),
            id="text becomes no number",
        ),
        pytest.param(
            "X-A",
            "a",
            with_headers("{X-A: null}"),
            with_headers("{X-A: a}"),
            id="null becomes text",
        ),
        pytest.param(
            "X-A",
            "a",
            with_headers("{X-A: []}"),
            with_headers("{X-A: [a]}"),
            id="a field without a value",
        ),
        pytest.param(
            "X-A",
            "c",
            with_headers("{X-A: [!!binary YQ==]}"),
            with_headers("{X-A: [!!binary Yw==]}"),
            id="base64",
        ),
        pytest.param(
            "X-A",
            "c",
            with_headers('["X-A: a\\r\\n"]'),
            with_headers('["X-A: c\\r\\n"]'),
            id="a line keeps its end",
        ),
        pytest.param(
            "X-C", "c", with_headers("{X-A: a}"), with_headers("{X-A: a}"), id="not where missing"
        ),
        pytest.param(
            "request:X-C",
            "c",
            with_headers("""
                X-A:
                - 'a'
                """),
            with_headers("""
                X-A:
                - 'a'
                X-C:
                - 'c'
                """),
            id="added like a sibling",
        ),
        pytest.param(
            "request:X-C",
            "c",
            with_headers("{}"),
            with_headers("""
                X-C:
                - c
                """),
            id="without a sibling",
        ),
        pytest.param(
            "request:X-C",
            "c",
            with_headers("{}", "{X-B: b}"),
            with_headers(
                """
                X-C: c
                """,
                "{X-B: b}",
            ),
            id="without a list where the file has none",
        ),
        pytest.param(
            "request:X-C",
            "c",
            with_headers("""
                - - X-A
                  - a
                """),
            with_headers("""
                - - X-A
                  - a
                -
                  - X-C
                  - c
                """),
            id="added as a pair",
        ),
        pytest.param(
            "request:X-C",
            "c",
            with_headers('["X-A", "a"]'),
            with_headers('["X-A", "a", "X-C", "c"]'),
            id="added in turn",
        ),
        pytest.param(
            "request:X-C",
            "c",
            with_headers('["X-A: a\\r\\n"]'),
            with_headers('["X-A: a\\r\\n", "X-C: c\\r\\n"]'),
            id="added as a line",
        ),
    ],
)
def test_set_header(
    name: str, value: str, before: str, after: str, edited: Callable[..., str]
) -> None:
    side, colon, rest = name.partition(":")
    target = HeaderTarget(rest, side) if colon else HeaderTarget(name)
    step = SetHeader(target, value)
    assert edited(before, step) == after
    assert edited(after, step) == after


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        pytest.param(" null", r"^t\.yaml:2: the request has no headers", id="no headers"),
        pytest.param(" {X-C: {a: b}}", "data", id="a value that is data"),
    ],
)
def test_what_is_refused(headers: str, message: str, edited: Callable[..., str]) -> None:
    with pytest.raises(EditError, match=message):
        edited(with_headers(headers), SetHeader(HeaderTarget("X-C", "request"), "c"))


def test_a_header_is_added_to_every_sample(sample: Cassette) -> None:
    step = InEach(SetHeader(HeaderTarget("X-Added", "response"), "yes"))
    nodes = [one.sources.get("response.headers") for one in sample.interactions]
    if not all(isinstance(node, Mapping) or header_fields(node) for node in nodes):
        with pytest.raises(EditError, match="the response has no headers"):
            rewrite(sample, [step])
        return
    after = rewrite(sample, [step])
    for interaction in after.cassette.interactions:
        assert header_values(interaction.response.headers, "x-added") == ("yes",)
    assert rewrite(after.cassette, [step]).text == after.text
