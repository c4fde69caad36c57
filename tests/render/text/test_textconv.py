from pathlib import Path

import pytest

from cassette_cli.comparing.noise import DEFAULT_RULES
from cassette_cli.document import parse
from cassette_cli.files import Found, read, search
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured
from cassette_cli.reading import Reading, read_interactions
from cassette_cli.render.text.textconv import textconv_lines

_SAMPLES = Path(__file__).parents[3] / "sample_cassettes"


def _interaction(sent: Json, got: Json, url: str = "https://h.example/x") -> Interaction:
    return Interaction(
        0,
        Request("POST", url, (Header("Accept", "*/*"), Header("User-Agent", "x")), _body(sent)),
        Response(200, "OK", (Header("Date", "now"),), _body(got)),
    )


def _body(value: Json) -> Body | None:
    if value is None:
        return None
    return Body(value if isinstance(value, str) else Structured(value))


def _lines(*interactions: Interaction) -> list[str]:
    return list(textconv_lines(tuple(map(Reading, interactions)), DEFAULT_RULES))


_CHAT = "https://h.example/v1/chat/completions"


def _chat(call_id: str, created: int) -> Interaction:
    call: Json = {
        "id": call_id,
        "type": "function",
        "function": {"name": "add", "arguments": '{"b": 3, "a": 2}'},
    }
    message: Json = {"role": "assistant", "content": "Let me see. I add.", "tool_calls": [call]}
    sent: Json = {
        "model": "m",
        "temperature": 0.5,
        "messages": [{"role": "user", "content": "Add 2 and 3."}],
    }
    got: Json = {
        "id": "chatcmpl-1",
        "created": created,
        "choices": [{"message": message, "finish_reason": "tool_calls"}],
    }
    return _interaction(sent, got, _CHAT)


def test_a_sentence_or_a_field_a_line() -> None:
    assert _lines(_chat("call_a", 1_700_000_000)) == [
        "POST https://h.example/v1/chat/completions",
        "  accept: */*",
        "  model: m",
        "  temperature: 0.5",
        "  user: Add 2 and 3.",
        "→ 200",
        "  assistant: Let me see.",
        "  assistant: I add.",
        "  assistant calls add: id1",
        "  assistant calls add.a: 2",
        "  assistant calls add.b: 3",
        "  finish_reason: tool_calls",
        "",
    ]


def test_ids_and_times_make_no_difference() -> None:
    assert _lines(_chat("call_a", 1_700_000_000)) == _lines(_chat("call_b", 1_700_000_001))


@pytest.mark.parametrize(
    ("got", "lines"),
    [
        pytest.param({"b": [1, None], "a": {"c": "x"}}, ["a.c: x", "b[0]: 1"], id="JSON"),
        pytest.param("One. Two\nThree", ["One.", "Two", "Three"], id="text"),
        pytest.param(
            'data: {"a": 1}\n\ndata: end\n\n', ["event.a: 1", "event: end"], id="a stream"
        ),
        pytest.param("\x1b[2J", ["\\x1b[2J"], id="no escape passes"),
        pytest.param(None, [], id="nothing"),
    ],
)
def test_bodies(got: Json, lines: list[str]) -> None:
    found = _lines(_interaction(None, got))
    assert found[found.index("→ 200") + 1 : -1] == [f"  {line}" for line in lines]


def test_bytes_are_described() -> None:
    response = Response(200, None, (), Body(b"\xff\x00"))
    [*_, line, end] = _lines(Interaction(0, Request("GET", "https://h.example/"), response))
    assert (line.startswith("  <binary data, 2 bytes, sha256 "), end) == (True, "")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(Path(found.path).relative_to(_SAMPLES).as_posix(), id=Path(found.path).name)
        for found in search([str(_SAMPLES)])
    ],
)
def test_every_sample_has_lines_without_line_ends(name: str) -> None:
    text = read(Found(str(_SAMPLES / name), named=True)).text
    readings = read_interactions(read_cassette(parse(name, text)))
    lines = list(textconv_lines(readings, DEFAULT_RULES))
    assert sum(line.startswith("→ ") for line in lines) == len(readings)
    assert not [line for line in lines if "\n" in line or "\r" in line]
