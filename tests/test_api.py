import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import cassette_cli as cassette
from cassette_cli import api

_ROOT = Path(__file__).parents[1]
_SAMPLES = _ROOT / "sample_cassettes"
_KEY = "sk-proj-" + "Zk3R9xQ2mT7v" * 4
_BOM = "\ufeff"
_CHAT = f"""\
version: 1
interactions:
- request:
    method: POST
    uri: https://api.example.org/v1/chat/completions?session=s-3141592
    headers:
      X-Acme-Key:
      - blue
    body: '{{"model": "m", "messages": [{{"role": "user", "content": "My key is {_KEY}"}}]}}'
  response:
    status:
      code: 200
      message: OK
    headers:
      Content-Type:
      - application/json
    body:
      string: '{{"id": "c-1", "object": "chat.completion", "model": "m", "choices": [{{"index": 0,
        "finish_reason": "stop", "message": {{"role": "assistant", "content": "Hello"}}}}]}}'
"""
_CLEAN = _CHAT.replace(_KEY, "lost")


def _chat(old: str = "", new: str = "") -> cassette.Cassette:
    return cassette.loads(_CLEAN.replace(old, new), name="chat.yaml")


def test_the_package_gives_what_it_says_is_public() -> None:
    assert cassette.__all__ == api.__all__
    assert all(getattr(cassette, name) is getattr(api, name) for name in cassette.__all__)
    assert set(cassette.__all__) <= set(dir(cassette))


def test_no_module_hides_a_public_name() -> None:
    modules = {path.stem for path in Path(api.__file__).parent.iterdir()}
    assert modules.isdisjoint(cassette.__all__)


def test_the_package_gives_nothing_else() -> None:
    with pytest.raises(AttributeError, match="no attribute 'rewrite'"):
        cassette.rewrite  # type: ignore[attr-defined] # noqa: B018


def test_importing_the_package_reads_nothing() -> None:
    code = "import sys, cassette_cli; print([name for name in sys.modules if 'cassette' in name])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "['cassette_cli']\n"


def test_a_cassette_is_loaded_from_a_path_or_a_text() -> None:
    path = _SAMPLES / "go-vcr" / "openai-chat-plain.yaml"
    loaded = cassette.load(path)
    assert (loaded.path, loaded.format, loaded.format_version) == (str(path), "go-vcr", "2")
    assert loaded.text == path.read_text("utf-8")
    assert loaded == cassette.load(str(path)) == cassette.loads(loaded.text, name=str(path))


def test_what_is_not_a_cassette_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(cassette.CassetteError, match="no such file") as caught:
        cassette.load(tmp_path / "none.yaml")
    assert caught.value.where == str(tmp_path / "none.yaml")
    with pytest.raises(cassette.CassetteError, match="no recorder's format") as caught:
        cassette.loads("name: x\n", name="a.yaml")
    assert caught.value.where == "a.yaml"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: cassette.redact(text).text, id="redact"),
        pytest.param(
            lambda text: cassette.edit(cassette.loads(text), 0, {"status_code": 503}), id="edit"
        ),
    ],
)
def test_a_byte_order_mark_and_line_ends_stay(change: Callable[[str], str]) -> None:
    windows = _BOM + _CHAT.replace("\n", "\r\n")
    assert change(windows) == _BOM + change(_CHAT).replace("\n", "\r\n")


def test_a_loaded_file_keeps_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "chat.yaml"
    path.write_bytes((_BOM + _CLEAN).encode())
    assert cassette.load(path).text == _BOM + _CLEAN


def test_redact_finds_what_the_command_finds() -> None:
    redaction = cassette.redact(_CHAT, name="chat.yaml", placeholder="GONE")
    assert redaction.text == _CHAT.replace(_KEY, "GONE")
    assert [(found.rule, found.place.interaction) for found in redaction.findings] == [
        ("openai-key", 0)
    ]
    assert _KEY not in repr(redaction)


@pytest.mark.parametrize(
    ("arguments", "old"),
    [
        pytest.param({"headers": ["X-Acme-Key"]}, "blue", id="a header"),
        pytest.param({"query": ["session"]}, "s-3141592", id="a parameter"),
        pytest.param({"patterns": [r"c-\d"]}, "c-1", id="a pattern"),
        pytest.param({"body_paths": ["$.choices[0].message.content"]}, "Hello", id="a member"),
        pytest.param({"values": ["My key is"]}, "My key is", id="a known value"),
        pytest.param({"values": ["Hello"], "select": ["jwt"]}, "Hello", id="beside chosen rules"),
    ],
)
def test_redact_takes_rules_of_ones_own(arguments: dict[str, list[str]], old: str) -> None:
    redaction = cassette.redact(_CLEAN, **arguments)  # type: ignore[arg-type] # the table's union
    assert redaction.text == _CLEAN.replace(old, "REDACTED")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        pytest.param({"patterns": ["("]}, "'(' is not a regular expression", id="a pattern"),
        pytest.param({"values": ["long enough", "x"]}, "values[1] holds no value", id="a value"),
        pytest.param({"select": ["none"]}, "no redaction rule is called 'none'", id="a rule"),
        pytest.param({"classes": ["none"]}, "no class is called 'none'", id="a class"),
    ],
)
def test_redact_refuses_what_makes_no_sense(arguments: dict[str, list[str]], error: str) -> None:
    with pytest.raises(cassette.CassetteError) as caught:
        cassette.redact(_CLEAN, **arguments)  # type: ignore[arg-type] # the table's union
    assert error in caught.value.message


def test_validate_finds_what_the_command_finds() -> None:
    leaking = cassette.loads(_CHAT)
    [finding] = cassette.validate(leaking)
    assert (finding.check, finding.place.interaction) == ("secret", 0)
    assert finding.severity >= cassette.Severity.WARNING
    assert cassette.validate(_chat()) == ()
    assert cassette.validate(leaking, ignore=["secret"]) == ()
    assert cassette.validate(leaking, select=["truncated-stream"]) == ()
    assert cassette.validate(leaking, classes=["identifier"]) == ()


def test_diff_lists_what_is_not_noise() -> None:
    assert cassette.diff(_chat(), _chat("c-1", "c-2")) == ()
    assert [change.matters for change in cassette.diff(_chat(), _chat("c-1", "c-2"), noise=True)]
    [change] = cassette.diff(_chat(), _chat("Hello", "Bye"))
    assert change == cassette.Change(
        change.kind, change.category, 0, 0, change.path, before="Hello", after="Bye"
    )
    assert (change.kind, change.category, change.matters) == ("changed", "content", True)


def test_diff_ignores_what_it_is_told_to_ignore() -> None:
    other = _chat("Hello", "Bye")
    assert cassette.diff(_chat(), other, ignore_fields=["content"]) == ()


def test_edit_changes_one_interaction() -> None:
    edited = cassette.edit(_chat(), -1, {"completion.text": "No", "request.method": "PUT"})
    assert edited == _CLEAN.replace("Hello", "No").replace("POST", "PUT")
    assert cassette.edit(_chat(), 0, {}) == _CLEAN


def test_edit_writes_values_as_json() -> None:
    edited = cassette.loads(cassette.edit(_chat(), 0, {"response.body.$.choices": []}))
    assert edited.interactions[0].response.body.json == {
        "id": "c-1",
        "object": "chat.completion",
        "model": "m",
        "choices": [],
    }


@pytest.mark.parametrize(
    ("interaction", "path", "error"),
    [
        pytest.param(1, "status_code", "there is no interaction 1", id="no such interaction"),
        pytest.param(-2, "status_code", "there is no interaction -2", id="none from the end"),
        pytest.param(0, "answer", "'answer' names nothing that can be set", id="no such path"),
        pytest.param(0, "completion.reasoning", "the answer has no reasoning", id="no such part"),
    ],
)
def test_edit_refuses_what_is_not_there(interaction: int, path: str, error: str) -> None:
    with pytest.raises(cassette.CassetteError) as caught:
        cassette.edit(_chat(), interaction, {path: "x"})
    assert error in caught.value.message
    assert caught.value.hint
