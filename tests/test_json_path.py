import pytest

from cassette_cli.json_path import JsonPath, write_path


@pytest.mark.parametrize(
    ("path", "written"),
    [
        pytest.param((), "", id="the whole value has no path"),
        pytest.param(("choices", 0, "delta", "content"), "choices[0].delta.content", id="names"),
        pytest.param((0, "a"), "[0].a", id="a list outside"),
        pytest.param(("x-api-key",), "x-api-key", id="a hyphen is plain"),
        pytest.param(("a b", "c"), '["a b"].c', id="a blank is quoted"),
        pytest.param(("a.b",), '["a.b"]', id="a dot is no step"),
        pytest.param(('say "é"',), r'["say \"é\""]', id="quotes are escaped as in JSON"),
        pytest.param(("",), '[""]', id="a name without letters"),
    ],
)
def test_write_path(path: JsonPath, written: str) -> None:
    assert write_path(path) == written
