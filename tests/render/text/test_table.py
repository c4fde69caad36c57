from io import StringIO

import pytest
from rich.console import Console

from cassette_cli.render.text.listing import Row
from cassette_cli.render.text.table import print_rows

_ROWS = [
    Row(
        "a.yaml",
        0,
        "POST",
        "https://api.example.org/v1/chat/completions",
        200,
        "openai-chat",
        "m-1",
        streamed=True,
        input_tokens=201,
        output_tokens=61,
        duration_ms=365.1,
    ),
    Row("a.yaml", 1, "GET", "/[bold]\x1b", 404, "openai-chat", None, input_tokens=4),
    Row("b.yaml", None, note="3 WebSocket messages"),
]
_GET = Row("c\x1b.yaml", 10, "GET", "https://a/", 200)


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        pytest.param(
            90,
            [
                "   0 POST api.example.org/v1/chat/completions 200 openai-chat m-1 ≋ 201→61 365 ms",
                "   1 GET  /[bold]\\x1b                         404 openai-chat          4→-",
            ],
            id="no wider than needed",
        ),
        pytest.param(
            80,
            [
                "   0 POST api.example.org/v1/chat/completio… 200 openai-chat m-1 ≋ 201→61 365 ms",
                "   1 GET  /[bold]\\x1b                        404 openai-chat          4→-",
            ],
            id="the URL is cut first",
        ),
        pytest.param(
            61,
            [
                "   0 POST api.example.org… 200 openai-chat m-1… 201→61 365 ms",
                "   1 GET  /[bold]\\x1b      404 openai-chat         4→-",
            ],
            id="then the model",
        ),
    ],
)
def test_columns(width: int, lines: list[str]) -> None:
    assert _printed(width, _ROWS[:2])[1:3] == lines


def test_a_wide_table_has_whole_urls() -> None:
    assert "https://api.example.org/v1/chat/completions 200" in _printed(120, _ROWS)[1]


def test_each_file_has_a_heading() -> None:
    assert _printed(80, [*_ROWS[2:], _GET]) == [
        "b.yaml",
        "   - 3 WebSocket messages",
        "c\\x1b.yaml",
        "  10 GET a/ 200",
        "2 files, 1 interaction (0 model calls), 0 tokens in, 0 out",
    ]


def _printed(width: int, rows: list[Row]) -> list[str]:
    buffer = StringIO()
    print_rows(Console(file=buffer, width=width), rows)
    return [line.rstrip() for line in buffer.getvalue().splitlines()]
