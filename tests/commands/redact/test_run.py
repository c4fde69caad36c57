"""What runs in worker processes can be sent there, and a kill leaves no half of a file."""

import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cassette_cli.commands.redact.recorder_config import FindSensitive
from cassette_cli.commands.redact.redaction_settings import RedactionSettings
from cassette_cli.commands.redact.run import Masking, Redacting
from cassette_cli.commands.redact.summary import Redacted
from cassette_cli.commands.shared.edit_in_place import EditInPlace, WriteMode
from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.recorders.lost import NO_LOSSES
from cassette_cli.redaction.samples import fake

_KEY = fake("sk-ant-api03-", 93)
_USUAL = RedactionSettings()
_CASSETTE = """\
version: 1
interactions:
- request: {method: GET, uri: 'http://a.example/', headers: {x-api-key: [KEY]}}
  response: {status: {code: 200, message: OK}, headers: {}, body: {string: FILL}}
""".replace("KEY", _KEY)


def test_redacting() -> None:
    cassette = read_cassette(parse("old/a.yaml", _CASSETTE))
    text, redacted = Redacting(_USUAL)(cassette)
    assert text == _CASSETTE.replace(_KEY, "REDACTED")
    assert (redacted.recorder, redacted.losses) == ("vcrpy", NO_LOSSES)
    kept = RedactionSettings(per_file=(("old/*", ("anthropic-key", "secret-field")),))
    assert Redacting(kept)(cassette) == (_CASSETTE, Redacted((), "vcrpy", NO_LOSSES, 1))
    assert Masking(_USUAL)(cassette) == _CASSETTE.replace(_KEY, "sk-a…")


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(EditInPlace(Redacting(_USUAL), WriteMode(), Masking(_USUAL)), id="editing"),
        pytest.param(FindSensitive(_USUAL), id="finding"),
    ],
)
def test_work_can_be_sent_to_another_process(work: object) -> None:
    assert pickle.loads(pickle.dumps(work)) == work  # noqa: S301 -- our own


def test_a_kill_leaves_whole_files(tmp_path: Path) -> None:
    before = _CASSETTE.replace("FILL", "words " * 20_000)
    paths = [tmp_path / f"{number:03}.yaml" for number in range(60)]
    for path in paths:
        path.write_text(before, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "cassette_cli", "redact", "--isolated", "-j", "1", str(tmp_path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        while paths[3].read_text("utf-8") == before and process.poll() is None:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
    texts = {path.read_text("utf-8") for path in paths}
    assert texts <= {before, before.replace(_KEY, "REDACTED")}
