import base64
import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import Main

_ARGUMENTS = json.dumps({"city": "Paris", "days": 3})
_DELTAS = ("The ", "light", "house is", " old.\nIt \\o/ shines.")
_SAID = "Is the lighthouse\nof Calais old?"


@pytest.fixture
def cassette(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A call whose answer is streamed, one in base64 and gzip, and one that is no call."""
    request = {"model": "gpt-4o", "messages": [{"role": "user", "content": _SAID}]}
    zipped = gzip.compress(json.dumps(_answer()).encode(), mtime=0)
    interactions = [
        _interaction(request, {"string": _stream()}, "text/event-stream"),
        _interaction(request, {"base64_string": base64.b64encode(zipped).decode()}, gzipped=True),
        _interaction({"note": "a lighthouse"}, {"string": "{}"}, url="https://acme.example/notes"),
    ]
    file = tmp_path / "chat.json"
    recorded = {"http_interactions": interactions, "recorded_with": "VCR 6.2.0"}
    file.write_text(json.dumps(recorded, indent=1, ensure_ascii=False), "utf-8")
    monkeypatch.chdir(tmp_path)
    return file


def _interaction(
    request: object,
    body: dict[str, str],
    media_type: str = "application/json",
    url: str = "https://api.openai.com/v1/chat/completions",
    *,
    gzipped: bool = False,
) -> object:
    headers = {"Content-Type": [media_type], "X-Place": ["Lighthouse Road"]}
    coding = {"Content-Encoding": ["gzip"]} if gzipped else {}
    sent = {"encoding": "UTF-8", "string": json.dumps(request)}
    return {
        "request": {"method": "post", "uri": url, "body": sent, "headers": {}},
        "response": {
            "status": {"code": 200, "message": "OK"},
            "headers": headers | coding,
            "body": {"encoding": "UTF-8", **body},
        },
        "recorded_at": "Mon, 01 Jan 2024 00:00:00 GMT",
    }


def _answer() -> object:
    call = {"id": "c", "type": "function", "function": {"name": "weather", "arguments": _ARGUMENTS}}
    message = {"role": "assistant", "content": "A lighthouse.", "tool_calls": [call]}
    return {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}


def _stream() -> str:
    chunks = [
        {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": text}}]}
        for text in _DELTAS
    ]
    return "".join(f"data: {json.dumps(chunk)}\n\n" for chunk in chunks) + "data: [DONE]\n\n"


def _place(line: str) -> tuple[str, str]:
    """Interaction and place, and the text, of a line."""
    _, _, rest = line.partition(": ")
    place, _, text = rest.partition(": ")
    return place, text


_ANSWER = ("#0 answer", "The lighthouse is old.")
_PROMPTS = [("#0 prompt", "Is the lighthouse"), ("#1 prompt", "Is the lighthouse")]
_HEADERS = [(f"#{index} response.headers.X-Place", "Lighthouse Road") for index in range(3)]
_ZIPPED = ("#1 answer", "A lighthouse.")
_NOTE = ("#2 request.body › note", "a lighthouse")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        pytest.param(
            ["lighthouse"],
            [*_PROMPTS, _ANSWER, _ZIPPED, _NOTE, *_HEADERS],
            id="everywhere: cut in deltas, in gzip, in headers",
        ),
        pytest.param(["lighthouse", "-s", "--in", "headers"], [], id="case that counts"),
        pytest.param(
            ["LIGHTHOUSE", "--ignore-case", "-i", "2"], [_NOTE, _HEADERS[2]], id="no case"
        ),
        pytest.param(["--in", "prompt", "lighthouse"], _PROMPTS, id="the prompt alone"),
        pytest.param(["--in", "answer", "lighthouse"], [_ANSWER, _ZIPPED], id="the answer alone"),
        pytest.param(["--in", "body,headers", "-i", "2", "house"], [_NOTE, _HEADERS[2]], id="two"),
        pytest.param(
            ["old[.?]$", "-i", "0"], [("#0 prompt", "of Calais old?"), _ANSWER], id="lines"
        ),
        pytest.param([r"\o/", "-F"], [("#0 answer", r"It \o/ shines.")], id="escaped in the file"),
        pytest.param(["s", "--in", "tools"], [("#1 tools", _ARGUMENTS)], id="arguments of a tool"),
        pytest.param(["-F", '"days": 3'], [("#1 tools", _ARGUMENTS)], id="JSON as it is spelled"),
        pytest.param(
            ["notes", "--in", "url"], [("#2 url", "https://acme.example/notes")], id="the URL"
        ),
        pytest.param(
            [r"(?!x)lighth", "-i", "2"], [_NOTE, _HEADERS[2]], id="a pattern that looks ahead"
        ),
    ],
)
def test_lines_that_match(
    arguments: Sequence[str], found: Sequence[tuple[str, str]], cassette: Path, main_here: Main
) -> None:
    run = main_here("grep", *arguments, cassette.name)
    assert sorted(map(_place, run.stdout.splitlines())) == sorted(found)
    assert (run.code, run.stderr) == (0 if found else 1, "")


def test_the_place_is_that_of_the_first_character(cassette: Path, main_here: Main) -> None:
    run = main_here("grep", "ghthouse is", cassette.name, "--output-format", "json")
    (file,) = json.loads(run.stdout)["files"]
    (match,) = file["matches"]
    line = cassette.read_text("utf-8").splitlines()[match.pop("line") - 1]
    assert line[match.pop("column") - 1 :].startswith('ght\\"')
    assert match == {
        "interaction": 0,
        "in": "answer",
        "location": "response.body › sse[1] › choices[0].delta.content",
        "text": "The lighthouse is old.",
    }


@pytest.mark.parametrize(
    ("arguments", "exit_code", "stdout"),
    [
        pytest.param(["-l", "lighthouse"], 0, "chat.json\n", id="names"),
        pytest.param(["-c", "lighthouse"], 0, "chat.json:8\n", id="counts"),
        pytest.param(["-l", "nowhere"], 1, "", id="no names"),
        pytest.param(["nowhere", "--output-format", "json"], 1, '{"files": []}\n', id="no JSON"),
        pytest.param(
            ["-c", "lighthouse", "--output-format", "json"],
            0,
            '{"files": [{"path": "chat.json", "count": 8}]}\n',
            id="counts as JSON",
        ),
    ],
)
def test_names_and_counts(
    arguments: Sequence[str], exit_code: int, stdout: str, cassette: Path, main_here: Main
) -> None:
    run = main_here("grep", *arguments, cassette.name)
    assert run == (exit_code, stdout, "")


def test_a_line_of_json_for_each_match(cassette: Path, main_here: Main) -> None:
    run = main_here("grep", "lighthouse", cassette.name, "--output-format", "jsonl")
    matches = [json.loads(line) for line in run.stdout.splitlines()]
    assert {match["path"] for match in matches} == {"chat.json"}
    assert [match["interaction"] for match in matches] == [0, 0, 0, 1, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["("], "is not a regular expression", id="pattern"),
        pytest.param(["a", "--in", "promt"], "did you mean prompt?", id="part"),
        pytest.param(["a", "-s", "--ignore-case"], "case either counts or not", id="case"),
    ],
)
def test_wrong_usage(
    arguments: Sequence[str], message: str, cassette: Path, main_here: Main
) -> None:
    run = main_here("grep", *arguments, cassette.name)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr


def test_a_file_that_cannot_be_read_makes_the_exit_code_2(cassette: Path, main_here: Main) -> None:
    run = main_here("grep", "-l", "lighthouse", "missing.yaml", cassette.name)
    assert (run.code, run.stdout) == (2, "chat.json\n")


@pytest.mark.parametrize("output_format", ["text", "json", "jsonl"])
def test_a_secret_is_printed_only_on_demand(
    output_format: str, cassette: Path, main_here: Main
) -> None:
    secret = "sk-" + "proj-" + "Zq7Rt2" * 8
    cassette.write_text(
        cassette.read_text("utf-8")
        .replace("A lighthouse", "x")
        .replace("Is the lighthouse", f"Is the lighthouse {secret}"),
        "utf-8",
    )
    arguments = ("grep", "Is the", cassette.name, "--output-format", output_format)
    masked, revealed = main_here(*arguments), main_here(*arguments, "--reveal")
    assert "Is the lighthouse sk-p…" in masked.stdout
    assert secret not in masked.stdout
    assert secret in revealed.stdout


def test_only_what_holds_the_expression_is_searched(cassette: Path, main_here: Main) -> None:
    run = main_here("grep", "-c", "lighthouse", "--where", "streamed: | path:/notes", cassette.name)
    assert run == (0, "chat.json:5\n", "")
