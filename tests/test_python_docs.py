"""The Python that documents show is run, and type-checked as strictly as a user may."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_PAGES = ("README.md", "docs/python.md")
_BLOCK = re.compile(r"^```(?:pycon|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_USE = """\
from typing import assert_type

import cassette_cli as cassette

chat = cassette.load("chat.yaml")
assert_type(chat, cassette.Cassette)
assert_type(cassette.loads("", name="chat.yaml"), cassette.Cassette)
assert_type(chat.interactions, tuple[cassette.Interaction, ...])
interaction = chat.interactions[0]
assert_type(interaction.request, cassette.Request)
assert_type(interaction.response.status_code, int | None)
assert_type(interaction.response.body.text, str | None)
assert_type(interaction.response.body.json, cassette.Json)
assert_type(interaction.response.body.events, tuple[cassette.Event, ...])
assert_type(interaction.conversation, cassette.Conversation | None)
assert interaction.conversation is not None
assert_type(interaction.conversation.prompt, cassette.Prompt)
assert_type(interaction.conversation.completion, cassette.Completion)
assert_type(interaction.conversation.text, str)
assert_type(interaction.conversation.tool_calls, tuple[cassette.ToolCall, ...])
assert_type(interaction.conversation.usage, cassette.Usage | None)
assert_type(cassette.redact("", headers=["X-Key"]), cassette.Redaction)
assert_type(cassette.redact("").findings, tuple[cassette.SecretFinding, ...])
assert_type(cassette.validate(chat), tuple[cassette.Finding, ...])
assert_type(cassette.diff(chat, chat), tuple[cassette.Change, ...])
assert_type(cassette.edit(chat, 0, {"status_code": 529}), str)
assert_type(cassette.CassetteError("no").hint, str)
assert_type(cassette.__version__, str)
cassette.rewrite  # type: ignore[attr-defined]  # an error that has to be there
"""


def _blocks(page: str) -> list[str]:
    return _BLOCK.findall((_ROOT / page).read_text("utf-8"))


@pytest.mark.parametrize("page", _PAGES)
def test_examples_give_what_they_show(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_ROOT)
    blocks = _blocks(page)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page, None, 0)
    report: list[str] = []
    results = doctest.DocTestRunner().run(examples, out=report.append)
    assert "".join(report) == ""
    assert results.attempted >= len(blocks) > 0


def test_the_api_is_typed(tmp_path: Path) -> None:
    (tmp_path / "use.py").write_text(_USE, "utf-8")
    # In a folder of its own, without our settings: as a user checks a project.
    result = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "mypy", "use.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (0, "Success: no issues found in 1 source file\n")
