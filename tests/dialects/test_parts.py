import pytest

from cassette_cli.dialects.parts import (
    modality_of,
    plain_text,
    read_arguments,
    read_media,
    read_tool,
    text_message,
    text_parts,
    unknown_part,
)
from cassette_cli.json_values import Json
from cassette_cli.transcript import Blob, GenericPart, Message, Text, ToolDefinition, Uri


def test_text_parts() -> None:
    assert text_parts("a", None, "", "b") == (Text("a"), Text("b"))


def test_text_message() -> None:
    assert text_message("user", "a", None) == (Message("user", (Text("a"),)),)
    assert text_message("user", "", None) == ()


@pytest.mark.parametrize(
    ("tool", "definition"),
    [
        pytest.param(
            {"type": "function", "name": "f", "description": "d", "schema": {"type": "object"}},
            ToolDefinition("f", "d", {"type": "object"}),
            id="a schema",
        ),
        pytest.param(
            {"type": "web_search", "limit": 3},
            ToolDefinition("web_search", None, {"limit": 3}),
            id="settings, under the name of its type",
        ),
        pytest.param({"name": "f", "schema": {}}, ToolDefinition("f"), id="neither"),
        pytest.param({}, ToolDefinition(""), id="nothing"),
    ],
)
def test_read_tool(tool: dict[str, Json], definition: ToolDefinition) -> None:
    assert read_tool(tool, "schema") == definition


@pytest.mark.parametrize(
    ("arguments", "read"),
    [
        pytest.param('{"a": 2}', {"a": 2}, id="JSON in a string"),
        pytest.param('{"a": 2', '{"a": 2', id="half of it stays as it is"),
        pytest.param("null", "null", id="null stays as it is"),
        pytest.param("", "", id="nothing"),
        pytest.param({"a": 2}, {"a": 2}, id="parsed already"),
        pytest.param(None, None, id="none"),
    ],
)
def test_read_arguments(arguments: Json, read: Json) -> None:
    assert read_arguments(arguments) == read


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("a", "a", id="text"),
        pytest.param([{"type": "text", "text": "a"}, {"text": "b"}], "ab", id="blocks of text"),
        pytest.param([{"text": "a"}, {"image": 1}], [{"text": "a"}, {"image": 1}], id="not alone"),
        pytest.param([], [], id="no blocks"),
        pytest.param({"a": 1}, {"a": 1}, id="an object"),
    ],
)
def test_plain_text(content: Json, text: Json) -> None:
    assert plain_text(content) == text


@pytest.mark.parametrize(
    ("uri", "media_type", "modality", "part"),
    [
        pytest.param(
            "data:image/PNG;base64,AAEC",
            None,
            None,
            Blob("image", "image/png", "AAEC"),
            id="inline",
        ),
        pytest.param(
            "DATA:audio/wav;rate=8000;base64,AA==",
            None,
            None,
            Blob("audio", "audio/wav", "AA=="),
            id="inline with parameters",
        ),
        pytest.param(
            "data:;base64,AA==", "video/mp4", None, Blob("video", "video/mp4", "AA=="), id="untyped"
        ),
        pytest.param(
            "data:,hi", None, "image", Uri("image", "text/plain", "data:,hi"), id="no base64"
        ),
        pytest.param(
            "https://example.org/a.png?w=1",
            None,
            None,
            Uri("image", "image/png", "https://example.org/a.png?w=1"),
            id="typed by its name",
        ),
        pytest.param(
            "gs://a/b",
            "application/pdf",
            None,
            Uri("document", "application/pdf", "gs://a/b"),
            id="typed by the caller",
        ),
    ],
)
def test_read_media(
    uri: str, media_type: str | None, modality: str | None, part: Blob | Uri
) -> None:
    assert read_media(uri, media_type, modality) == part


@pytest.mark.parametrize(
    ("media_type", "modality"),
    [
        pytest.param("image/png", "image", id="image"),
        pytest.param("audio/mpeg", "audio", id="audio"),
        pytest.param("video/mp4", "video", id="video"),
        pytest.param("text/plain", "document", id="text"),
        pytest.param(None, "document", id="none"),
    ],
)
def test_modality_of(media_type: str | None, modality: str) -> None:
    assert modality_of(media_type) == modality


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        pytest.param({"type": "hologram"}, "hologram", id="under the provider's word"),
        pytest.param({"type": "text"}, "unknown", id="unless that promises what it does not hold"),
        pytest.param({"type": ""}, "unknown", id="no word"),
        pytest.param("x", "unknown", id="no object"),
    ],
)
def test_unknown_part(value: Json, kind: str) -> None:
    assert unknown_part(value) == GenericPart(kind, value)


def test_the_type_of_a_tool_may_be_a_setting() -> None:
    tool: dict[str, Json] = {"type": "bash_20250124", "name": "bash"}
    assert read_tool(tool, kinds=()) == ToolDefinition("bash", None, {"type": "bash_20250124"})
