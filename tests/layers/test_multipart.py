import pytest

from cassette_cli.layers.multipart import FormField, read_form

_LINES = (
    "--sep",
    'Content-Disposition: form-data; name="model"',
    "",
    "whisper-1",
    "--sep",
    'Content-Disposition: form-data; name="file"; filename="a.wav"',
    "Content-Type: audio/wav",
    "",
    "RIFF",
    "",
    "more",
    "--sep--",
    "",
)
_FIELDS = (
    FormField("model", b"whisper-1"),
    FormField("file", b"RIFF\r\n\r\nmore", "a.wav", "audio/wav"),
)


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        pytest.param("\r\n".join(_LINES), _FIELDS, id="text"),
        pytest.param("\r\n".join(_LINES).encode(), _FIELDS, id="bytes"),
        pytest.param(
            "\n".join(_LINES[:5] + _LINES[11:]), _FIELDS[:1], id="line breaks of the recorder"
        ),
        pytest.param("\r\n".join(_LINES[:-1]), _FIELDS, id="no line break after the last one"),
        pytest.param("\r\n" + "\r\n".join(_LINES), _FIELDS, id="a preamble of white space"),
        pytest.param("\r\n".join(_LINES[:5]), _FIELDS[:1], id="cut off after a field"),
        pytest.param("\r\n".join(_LINES[:4]), (), id="cut off in the only field"),
        pytest.param("--sep\r\nno headers\r\n--sep--", (FormField(None, b"no headers"),), id="odd"),
        pytest.param(b"\x00\xff", (), id="no form"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_read_form(content: str | bytes, fields: tuple[FormField, ...]) -> None:
    assert read_form(content) == fields


def test_bytes_stay_as_they_are() -> None:
    data = bytes(range(256))
    form = b'--b\r\nContent-Disposition: form-data; name="f"\r\n\r\n' + data + b"\r\n--b--\r\n"
    assert read_form(form) == (FormField("f", data),)
