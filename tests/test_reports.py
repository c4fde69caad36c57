"""What `diff`, `validate` and `redact --diff` print, word for word.

The expected output in tests/golden/reports is rewritten by
`pytest tests/test_reports.py --update-golden`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cassette_cli.redaction.samples import fake

CheckGolden = Callable[[str, str], None]

_SAMPLES = Path(__file__).parents[1] / "sample_cassettes"
_GOLDEN = Path(__file__).parent / "golden"
_ENDINGS = {"text": "txt", "markdown": "md", "json": "json"}

# A name for each pair of recordings, the sample that it is made of, and what stands in its place.
_PAIRS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "another-answer": (
        "go-vcr/openai-chat-plain.yaml",
        {"Bonjour !": "Salut !", '"completion_tokens":2': '"completion_tokens":3'},
    ),
    "another-answer-in-a-stream": (
        "go-vcr/openai-chat-streamed.yaml",
        {'", three"': '", four"', "One": "1"},
    ),
    "another-prompt-and-headers": (
        "go-vcr/openai-chat-plain.yaml",
        {"in French": "in German", "OpenAI/Go 2.3.0": "OpenAI/Go 2.4.0", "200 OK": "201 Created"},
    ),
    "other-ids-and-dates": (
        "go-vcr/openai-chat-plain.yaml",
        {"chatcmpl-sample0001": "chatcmpl-sample0009", "1760000001": "1770000001"},
    ),
    "a-call-with-other-arguments": (
        "vcrpy/openai-responses-tools.yaml",
        {"Oslo": "Bergen"},
    ),
}

# A name for each damaged recording, the sample that it is made of, and what is damaged.
_DAMAGES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "numbers": (
        "go-vcr/openai-chat-plain.yaml",
        {"- id: 0": "- id: 3", "content_length: 85": "content_length: 8", "code: 200": "code: 999"},
    ),
    "a-broken-stream": (
        "go-vcr/openai-chat-streamed.yaml",
        {'{"content":", two"}': '{"content":", two"', "      data: [DONE]\n\n": ""},
    ),
    "a-header-and-a-version": (
        "vcrpy/openai-chat-plain.yaml",
        {"version: 1": "version: 7", "- application/json": "- text/html"},
    ),
}

# A key in a URL, a header, JSON, and cut in two by a stream.
_LEAK = """\
interactions:
- request:
    method: POST
    uri: https://api.example.org/v1/chat/completions?api_key={parameter}
    headers:
      Authorization: [Bearer {key}]
      X-Note: [nothing]  # mine
    body: '{{"messages": [{{"role": "user", "content": "My key is {key}"}}], "stream": true}}'
  response:
    status: {{code: 200, message: OK}}
    headers: {{}}
    body:
      string: |+
        data: {{"choices": [{{"index": 0, "delta": {{"content": "Keep {half}"}}}}]}}

        data: {{"choices": [{{"index": 0, "delta": {{"content": "{rest} safe."}}}}]}}

        data: [DONE]

version: 1
"""


def _changed(sample: str, changes: Mapping[str, str]) -> str:
    text = (_SAMPLES / sample).read_text("utf-8")
    for before, after in changes.items():
        assert before in text, (sample, before)
        text = text.replace(before, after)
    return text


@pytest.fixture
def stdout_of(
    main_here: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """What the program prints to stdout, run in the test's own directory."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: main_here(*arguments)[1]


@pytest.mark.parametrize("output_format", ["text", "markdown", "json"])
@pytest.mark.parametrize("name", _PAIRS)
def test_diff(
    name: str, output_format: str, stdout_of: Callable[..., str], check_golden: CheckGolden
) -> None:
    sample, changes = _PAIRS[name]
    Path("a.yaml").write_text(_changed(sample, {}), "utf-8", newline="")
    Path("b.yaml").write_text(_changed(sample, changes), "utf-8", newline="")
    printed = stdout_of("diff", "--noise", "--output-format", output_format, "a.yaml", "b.yaml")
    check_golden(f"reports/diff/{name}.{_ENDINGS[output_format]}", printed)


@pytest.mark.parametrize("output_format", ["text", "json"])
@pytest.mark.parametrize("name", _DAMAGES)
def test_validate(
    name: str, output_format: str, stdout_of: Callable[..., str], check_golden: CheckGolden
) -> None:
    Path("a.yaml").write_text(_changed(*_DAMAGES[name]), "utf-8", newline="")
    printed = stdout_of("validate", "--output-format", output_format, "a.yaml")
    check_golden(f"reports/validate/{name}.{_ENDINGS[output_format]}", printed)


def test_redact_diff(stdout_of: Callable[..., str], check_golden: CheckGolden) -> None:
    key = fake("sk-ant-api03-", 93)
    half = len(key) // 2
    text = _LEAK.format(parameter=fake("", 32), key=key, half=key[:half], rest=key[half:])
    Path("a.yaml").write_text(text, "utf-8", newline="")
    printed = stdout_of("redact", "--diff", "a.yaml")
    assert key[half:] not in printed
    check_golden("reports/redact/under-all-layers.txt", printed)


def test_no_golden_report_is_left_over() -> None:
    expected = {f"diff/{name}.{ending}" for name in _PAIRS for ending in _ENDINGS.values()}
    expected |= {f"validate/{name}.{ending}" for name in _DAMAGES for ending in ("txt", "json")}
    expected.add("redact/under-all-layers.txt")
    reports = _GOLDEN / "reports"
    files = (path for path in reports.rglob("*") if path.is_file())
    assert {path.relative_to(reports).as_posix() for path in files} == expected
