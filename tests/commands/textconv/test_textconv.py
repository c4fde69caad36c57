from pathlib import Path

import pytest

from tests.conftest import Main, RunCassette


def test_a_cassette(tmp_path: Path, recorded: str, run_cassette: RunCassette) -> None:
    (tmp_path / "chat.yaml").write_text(recorded, "utf-8")
    code, out, message = run_cassette("textconv", "chat.yaml")
    assert (code, message) == (0, "")
    assert out.startswith("POST https://api.openai.com/v1/chat/completions\n")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a: [1\r\n", id="what does not parse"),
        pytest.param(b"\xff\x00", id="what is no text"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_anything_else_byte_for_byte(
    data: bytes, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    from cassette_cli.commands.textconv.options import textconv

    file = tmp_path / "x.yaml"
    file.write_bytes(data)
    textconv(str(file))
    assert capfdbinary.readouterr().out == data


def test_no_file_is_an_error(main_here: Main) -> None:
    code, out, message = main_here("textconv", "no-such-file.yaml")
    assert (code, out) == (2, "")
    assert message.startswith("error: no-such-file.yaml: cannot be read")
