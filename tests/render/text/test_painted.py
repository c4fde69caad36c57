import pytest

from cassette_cli.render.text.painted import DIFFERENCES, FINDINGS, TRANSCRIPT, Paint, painted


@pytest.mark.parametrize(
    ("paint", "text", "expected"),
    [
        pytest.param({}, "#0 GET\n", "#0 GET\n", id="nothing without patterns"),
        pytest.param(
            TRANSCRIPT,
            "#0 GET\nuser:\n  user:\n",
            "\x1b[1;33m#0 GET\x1b[0m\n\x1b[1muser:\x1b[0m\n  user:\n",
            id="headings and labels, but nothing that was recorded",
        ),
        pytest.param(
            DIFFERENCES,
            "    - a\n    + b\n      c\n",
            "\x1b[31m    - a\x1b[0m\n\x1b[32m    + b\x1b[0m\n      c\n",
            id="what is gone and what is new",
        ),
        pytest.param(
            FINDINGS,
            "a b.yaml:1:2: error x error y\n",
            "\x1b[1ma b.yaml:1:2:\x1b[0m \x1b[1;31merror\x1b[0m x error y\n",
            id="place and severity",
        ),
    ],
)
def test_painted(paint: Paint, text: str, expected: str) -> None:
    assert painted(text, paint) == expected
