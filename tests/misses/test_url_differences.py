import pytest

from cassette_cli.json_path import JsonPath
from cassette_cli.misses.url_differences import url_differences


@pytest.mark.parametrize(
    ("recorded", "sent", "differences"),
    [
        pytest.param(
            "http://a.example/b",
            "https://a.example:8443/c",
            [
                (("scheme",), "http", "https"),
                (("port",), "80", "8443"),
                (("path",), "/b", "/c"),
            ],
            id="parts",
        ),
        pytest.param(
            "https://a.example?x=1&y=2&y=3",
            "https://a.example?y=2&z=",
            [
                (("query", "x"), "1", None),
                (("query", "y"), "2, 3", "2"),
                (("query", "z"), None, ""),
            ],
            id="parameters",
        ),
        pytest.param(
            "https://a.example?x=1&y=2",
            "https://a.example?y=2&x=1",
            [((), "https://a.example?x=1&y=2", "https://a.example?y=2&x=1")],
            id="order alone",
        ),
        pytest.param("http://[A", "http://b", [((), "http://[A", "http://b")], id="no URL"),
    ],
)
def test_differences(
    recorded: str, sent: str, differences: list[tuple[JsonPath, str | None, str | None]]
) -> None:
    assert list(url_differences(recorded, sent)) == differences
