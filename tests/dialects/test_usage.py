import pytest

from cassette_cli.dialects.usage import usage_if_counted, usage_of
from cassette_cli.json_values import Json
from cassette_cli.transcript import Usage


@pytest.mark.parametrize(
    ("counts", "usage"),
    [
        pytest.param(
            {"in": 3, "of": {"cached": 1}},
            Usage(input_tokens=3, cache_read_input_tokens=1),
            id="a field, and one of an inner object",
        ),
        pytest.param(
            {"hits": 2, "of": {}},
            Usage(cache_read_input_tokens=2),
            id="the next place where the first has nothing",
        ),
        pytest.param(
            {"in": 0, "of": {"cached": 0}, "hits": 2},
            Usage(input_tokens=0, cache_read_input_tokens=0),
            id="none counted is a count",
        ),
        pytest.param({"in": "3"}, Usage(), id="a text is no count"),
        pytest.param([3], None, id="no object"),
    ],
)
def test_usage_of(counts: Json, usage: Usage | None) -> None:
    places = ("of.cached", "hits")
    assert usage_of(counts, input_tokens="in", cache_read_input_tokens=places) == usage


@pytest.mark.parametrize(
    ("answer", "usage"),
    [
        pytest.param({"in": 0, "text": "a"}, Usage(input_tokens=0), id="counts among others"),
        pytest.param({"text": "a"}, None, id="no counts"),
        pytest.param("a", None, id="no object"),
    ],
)
def test_usage_if_counted(answer: Json, usage: Usage | None) -> None:
    assert usage_if_counted(answer, input_tokens="in") == usage
