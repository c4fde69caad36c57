import json
from pathlib import Path

import pytest

from tests.conftest import Main, RunCassette

_SAMPLES = Path(__file__).parents[3] / "sample_cassettes"
_SEED = str(_SAMPLES / "go-vcr" / "openai-chat-multi-tool-streaming.yaml")
_GRPC = str(_SAMPLES / "grpc-calls" / "xai-chat.yaml")
_URL = "https://api.groq.com/openai/v1/chat/completions"
_MODEL = "moonshotai/kimi-k2-instruct-0905"
_ROWS = [
    f"{_SEED}\t0\tPOST\t{_URL}\t200\topenai-chat\t{_MODEL}\tstreamed\t201\t61\t365 ms",
    f"{_SEED}\t1\tPOST\t{_URL}\t200\topenai-chat\t{_MODEL}\tstreamed\t299\t30\t432 ms",
]


@pytest.mark.parametrize(
    ("arguments", "rows", "total"),
    [
        pytest.param(
            [_SEED],
            _ROWS,
            "1 file, 2 interactions (2 model calls), 500 tokens in, 91 out, 797 ms",
            id="all",
        ),
        pytest.param(
            ["-i", "-1", _SEED, "-j", "1"],
            _ROWS[1:],
            "1 file, 1 interaction (1 model call), 299 tokens in, 30 out, 432 ms",
            id="one",
        ),
        pytest.param(
            [_GRPC],
            [f"{_GRPC}\t-\t\t1 gRPC call, not readable as HTTP\t\t\t\t\t\t\t"],
            "1 file, 0 interactions (0 model calls), 0 tokens in, 0 out",
            id="no HTTP",
        ),
    ],
)
def test_lines_have_tabs(
    arguments: list[str],
    rows: list[str],
    total: str,
    main_here: Main,
) -> None:
    assert main_here("list", *arguments) == (0, "".join(f"{row}\n" for row in rows), f"{total}\n")


_ROW = {
    "path": _SEED,
    "index": 0,
    "method": "POST",
    "url": _URL,
    "status_code": 200,
    "dialect": "openai-chat",
    "model": _MODEL,
    "streamed": True,
    "input_tokens": 201,
    "output_tokens": 61,
    "duration_ms": 365.150042,
}


def test_json(main_here: Main) -> None:
    code, output, _ = main_here("list", "--output-format", "json", "-i", "0", _SEED)
    assert (code, json.loads(output)) == (0, {"interactions": [_ROW]})


def test_json_lines(main_here: Main) -> None:
    code, output, _ = main_here("list", "--output-format", "jsonl", _SEED)
    first, second = map(json.loads, output.splitlines())
    assert (code, first, second["index"]) == (0, _ROW, 1)


def test_markdown(main_here: Main) -> None:
    code, output, total = main_here("list", "--output-format", "markdown", "-i", "0", _SEED)
    assert code == 0
    heading, rule, row, *end = output.splitlines()
    assert heading == (
        "| file | \\# | method | url | status | dialect | model | streamed | in | out | duration |"
    )
    assert rule == f"|{' --- |' * 11}"
    assert row.endswith(
        f"| 0 | POST | {_URL} | 200 | openai-chat | {_MODEL} | streamed | 201 | 61 | 365 ms |"
    )
    assert end == ["", total.rstrip()]


def test_lines_in_a_pipe_have_no_colour(main_here: Main) -> None:
    assert main_here("list", "--color", "always", _SEED) == main_here("list", _SEED)


@pytest.mark.usefixtures("on_a_terminal")
def test_a_table_for_people(main_here: Main, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    code, output, errors = main_here("list", "--color", "always", "-i", "0", _SEED)
    assert (code, errors) == (0, "")
    assert "\x1b[33m   0\x1b[0m \x1b[1mPOST\x1b[0m" in output
    assert output.endswith("in, 61 out, 365 ms\x1b[0m\n")


@pytest.mark.parametrize("output_format", ["text", "json", "jsonl", "markdown"])
def test_a_broken_file_stops_no_other(
    output_format: str,
    main_here: Main,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.yaml").write_text("a: [", "utf-8")
    code, output, errors = main_here("list", "--output-format", output_format, "broken.yaml", _SEED)
    assert code == 2
    assert output.count("POST") == 2
    assert errors.startswith("error: broken.yaml:1: not readable as YAML: ")


def test_the_number_of_jobs_changes_nothing(run_cassette: RunCassette, tmp_path: Path) -> None:
    text = Path(_SEED).read_text("utf-8")
    padding = f"# {'x' * 250_000}\n"
    for number in range(20):
        broken = "interactions: [" if number % 5 == 0 else ""
        (tmp_path / f"{number:02}.yaml").write_text(f"{padding}{text}{broken}", "utf-8")
    alone = run_cassette("list", ".", "none.yaml", "--jobs", "1")
    assert alone[0] == 2
    assert alone[2].count("error: ") == 5
    assert run_cassette("list", ".", "none.yaml", "--jobs", "2") == alone


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        pytest.param(["-w", "tool:add"], _ROWS[:1], id="one"),
        pytest.param(["--where", "streamed: | status:404"], _ROWS, id="all"),
        pytest.param(["--where", "tool:add", "-i", "1"], [], id="positions count as well"),
        pytest.param(["--where", "status:404", _GRPC], [], id="none, nor what is no HTTP"),
    ],
)
def test_only_what_holds_the_expression_is_listed(
    arguments: list[str], rows: list[str], main_here: Main
) -> None:
    code, stdout, _ = main_here("list", *arguments, _SEED)
    assert (code, stdout) == (0, "".join(f"{row}\n" for row in rows))


def test_a_broken_expression_is_wrong_usage(main_here: Main) -> None:
    assert main_here("list", "--where", "modle:gpt*", _SEED) == (
        2,
        "",
        (
            "error: --where: no field is called 'modle' (position 1, at 'modle:gpt*')\n"
            "hint: did you mean model? A text with a colon needs quotes.\n"
        ),
    )
