import pytest

from cassette_cli.dialects.json_reading import (
    add_text,
    at,
    integer_at,
    modality_of,
    objects_at,
    other_fields,
    plain_text,
    read_arguments,
    read_error,
    read_media,
    string_at,
    unknown_part,
)
from cassette_cli.json_values import Json
from cassette_cli.transcript import Blob, GenericPart, Uri

_VALUE: Json = {"a": [{"b": "x"}, 1, {"c": True}], "d": 2, "e": None}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param((), _VALUE, id="no path leads to the value itself"),
        pytest.param(("a", 0, "b"), "x", id="keys and indexes"),
        pytest.param(("a", -1), {"c": True}, id="from the end"),
        pytest.param(("a", 3), None, id="beyond the end"),
        pytest.param(("a", -4), None, id="before the start"),
        pytest.param(("a", "b"), None, id="a key of a list"),
        pytest.param(("d", 0), None, id="an index of a number"),
        pytest.param(("f", "g"), None, id="below nothing"),
    ],
)
def test_at(path: tuple[str | int, ...], found: Json) -> None:
    assert at(_VALUE, *path) == found


@pytest.mark.parametrize(
    ("fields", "added"),
    [
        pytest.param({"a": "x", "b": 1}, {"a": "xy", "b": 1}, id="behind the text"),
        pytest.param({"a": None}, {"a": "y"}, id="where there was none"),
        pytest.param({}, {"a": "y"}, id="in a new field"),
    ],
)
def test_add_text(fields: dict[str, Json], added: dict[str, Json]) -> None:
    before = fields.get("a")
    add_text(fields, "a", "y")
    assert fields == added
    assert before in ("x", None)


def test_readings_by_type() -> None:
    assert string_at(_VALUE, "a", 0, "b") == "x"
    assert string_at(_VALUE, "d") is None
    assert integer_at(_VALUE, "d") == 2
    assert integer_at(_VALUE, "a", 2, "c") is None, "a boolean is no number"
    assert objects_at(_VALUE, "a") == [{"b": "x"}, {"c": True}]
    assert objects_at(_VALUE, "d") == []


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


def test_other_fields() -> None:
    assert other_fields({"b": 1, "a": 2, "c": None}, ["a"]) == (("b", 1), ("c", None))
    assert other_fields(["a"], ["a"]) == ()


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


@pytest.mark.parametrize(
    ("value", "error"),
    [
        pytest.param({"error": {"code": 1}, "choices": []}, {"code": 1}, id="its field"),
        pytest.param({"detail": "no"}, {"detail": "no"}, id="an object without an answer"),
        pytest.param({"choices": [], "error": None}, None, id="an answer"),
        pytest.param({}, None, id="nothing"),
        pytest.param("no", None, id="no object"),
    ],
)
def test_read_error(value: Json, error: Json) -> None:
    assert read_error(value, "choices") == error
