import json
import re
from pathlib import Path

import pytest

from tests.conftest import Main

_ROOT = Path(__file__).parents[3]
_SAMPLES = _ROOT / "sample_cassettes"
_SEED = "go-vcr/openai-chat-multi-tool-streaming.yaml"
_GRPC = "grpc-calls/xai-chat.yaml"


@pytest.fixture
def show(main_here: Main, monkeypatch: pytest.MonkeyPatch) -> Main:
    monkeypatch.chdir(_SAMPLES)
    return lambda *arguments: main_here("show", *arguments)


def test_the_transcript_is_what_is_shown(show: Main) -> None:
    golden = (_ROOT / "tests" / "golden" / f"{_SEED}.txt").read_text("utf-8")
    assert show(_SEED) == (0, golden, "")


@pytest.mark.parametrize(
    ("arguments", "shown", "hidden"),
    [
        pytest.param(["-i", "0"], "#0 POST", "#1 POST", id="one interaction"),
        pytest.param(["-i", "-1"], "3 messages as in #0", "#0 POST", id="the last one"),
        pytest.param(["--request"], "user:", "assistant:", id="the request alone"),
        pytest.param(["--response"], "assistant:", "user:", id="the response alone"),
        pytest.param(["--request", "--response"], "user:\n  Add and", "\x1b", id="both"),
        pytest.param(["--headers"], "Content-Type: application/json", "\x1b", id="headers"),
        pytest.param(["--full"], '"description":', "\x1b", id="schemas of tools"),
        pytest.param(["--view", "http"], "data: {", "assistant:", id="as HTTP"),
        pytest.param(["--view", "body"], '"messages": [', "Content-Type", id="bodies"),
        pytest.param(["--view", "events"], "[0] {", "user:", id="events"),
        pytest.param(["--view", "raw"], "proto_major: 1", "assistant:\n", id="as recorded"),
        pytest.param(["--output-format", "markdown"], "**assistant**", "assistant:", id="Markdown"),
    ],
)
def test_options(arguments: list[str], shown: str, hidden: str, show: Main) -> None:
    code, output, errors = show(*arguments, _SEED)
    assert (code, errors) == (0, "")
    assert shown in output
    assert hidden not in output


def test_a_piped_body_is_nothing_else(show: Main) -> None:
    code, output, errors = show("--view", "body", "--request", "-i", "0", _SEED)
    assert (code, errors) == (0, "")
    assert json.loads(output)["max_tokens"] == 4000


def test_a_piped_recording_is_as_it_stands_in_the_file(
    show: Main,
) -> None:
    code, output, errors = show("--view", "raw", "-i", "1", _SEED)
    assert (code, errors) == (0, "")
    assert output.strip("\n") in (_SAMPLES / _SEED).read_text("utf-8")


def test_json(show: Main) -> None:
    code, output, errors = show("--output-format", "json", _SEED, _GRPC)
    assert (code, errors) == (0, "")
    seed, grpc = json.loads(output)["cassettes"]
    assert (seed["path"], seed["format"], seed["format_version"]) == (_SEED, "go-vcr", "2")
    first, second = seed["interactions"]
    assert first["response"]["body"]["media_type"] == "text/event-stream"
    assert first["duration_ms"] == 365.150042
    conversation = first["inference"]
    assert [conversation[name] for name in ("dialect", "streamed", "framing", "complete")] == [
        "openai-chat",
        True,
        "sse",
        True,
    ]
    (message,) = conversation["completion"]["messages"]
    assert message["finish_reason"] == "tool_calls"
    assert [
        (part["type"], part.get("name"), part.get("arguments")) for part in message["parts"]
    ] == [
        ("text", None, None),
        ("tool_call", "add", {"a": 2, "b": 3}),
        ("tool_call", "multiply", {"a": 2, "b": 3}),
    ]
    assert second["inference"]["completion"]["usage"]["input_tokens"] == 299
    assert grpc == {
        "path": _GRPC,
        "format": "grpc-calls",
        "format_version": "1",
        "interactions": [],
        "not_http": "1 gRPC call",
    }


def test_json_of_nothing_is_still_json(show: Main) -> None:
    code, output, _ = show("--output-format", "json", "no-such.yaml")
    assert (code, json.loads(output)) == (2, {"cassettes": []})


def test_json_lines(show: Main) -> None:
    code, output, _ = show("--output-format", "jsonl", "--response", _SEED)
    rows = [json.loads(line) for line in output.splitlines()]
    assert code == 0
    assert [(row["path"], row["index"], "request" in row) for row in rows] == [
        (_SEED, 0, False),
        (_SEED, 1, False),
    ]


def test_a_recording_without_http_is_named(show: Main) -> None:
    summary = f"{_GRPC} (grpc-calls 1, 1 gRPC call: not readable as HTTP)\n"
    assert show("-i", "7", _GRPC) == (0, summary, "")


@pytest.mark.usefixtures("on_a_terminal")
def test_for_a_person(show: Main, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, output, _ = show("--color", "always", "-i", "0", _SEED)
    assert code == 0
    assert "\x1b[1;32m  assistant\x1b[0m\x1b[2m │ \x1b[0m" in output


@pytest.mark.parametrize(
    ("arguments", "errors"),
    [
        pytest.param(
            ["-i", "7", _SEED],
            f"error: {_SEED}: no such interaction\nhint: the cassette has 2, numbered 0 to 1\n",
            id="no such interaction",
        ),
        pytest.param(
            ["no-such.yaml"],
            "error: no-such.yaml: cannot be read: no such file or directory\n",
            id="no such file",
        ),
    ],
)
def test_errors(arguments: list[str], errors: str, show: Main) -> None:
    code, output, messages = show(*arguments, _GRPC)
    assert (code, messages) == (2, errors)
    assert output.startswith(_GRPC)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--view", "picture", _SEED], id="no such view"),
        pytest.param(["-i", "first", _SEED], id="no position"),
        pytest.param(["-j", "0", _SEED], id="no jobs"),
        pytest.param(["--output-format", "xml", _SEED], id="no such format"),
        pytest.param(["--nonsense", _SEED], id="no such option"),
        pytest.param([], id="no path"),
    ],
)
def test_usage(arguments: list[str], show: Main) -> None:
    code, output, errors = show(*arguments)
    assert (code, output) == (2, "")
    assert "Usage: cassette show" in errors


@pytest.mark.parametrize("output_format", ["text", "markdown", "json", "jsonl"])
def test_only_what_holds_the_expression_is_shown(output_format: str, main_here: Main) -> None:
    plain = str(_SAMPLES / "go-vcr" / "openai-chat-plain.yaml")
    streamed = str(_SAMPLES / "go-vcr" / "openai-chat-streamed.yaml")
    alone = main_here("show", "--output-format", output_format, plain)
    both = main_here("show", "--output-format", output_format, "-w", "!streamed:", plain, streamed)
    assert both == alone


def test_colour_changes_no_layout(show: Main) -> None:
    plain, colored = show(_SEED).stdout, show("--color", "always", _SEED).stdout
    assert "\x1b[1massistant:\x1b[0m\n" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_a_body_in_a_pipe_has_no_colour(show: Main) -> None:
    arguments = ("--view", "body", "-i", "0", _SEED)
    assert show("--color", "always", *arguments) == show(*arguments)
