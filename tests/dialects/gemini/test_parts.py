import pytest

from cassette_cli.dialects.gemini.parts import read_content
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Blob,
    Part,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
    Uri,
)


@pytest.mark.parametrize(
    ("part", "read"),
    [
        pytest.param(
            {"text": "", "thoughtSignature": "c2ln"}, [], id="a signature alone is silent"
        ),
        pytest.param(
            {"functionCall": {"id": "f1", "name": "now"}, "thoughtSignature": "c2ln"},
            [ToolCall("f1", "now", None, (("thoughtSignature", "c2ln"),))],
            id="a call without arguments",
        ),
        pytest.param(
            {
                "functionCall": {
                    "name": "find",
                    "partialArgs": [
                        {"jsonPath": "$.city", "stringValue": "Ro"},
                        {"jsonPath": "$.city", "stringValue": "me"},
                        {"jsonPath": "$.days", "numberValue": 3},
                        {"jsonPath": "$.note", "nullValue": "NULL_VALUE"},
                    ],
                }
            },
            [ToolCall(None, "find", {"city": "Rome", "days": 3, "note": None})],
            id="arguments in pieces",
        ),
        pytest.param(
            {
                "functionResponse": {
                    "id": "f1",
                    "name": "draw",
                    "response": {},
                    "parts": [{"inlineData": {"mimeType": "image/png", "data": "aGk="}}],
                }
            },
            [ToolResult("f1", {}, "draw"), Blob("image", "image/png", "aGk=")],
            id="a result with media",
        ),
        pytest.param(
            {"executableCode": {"id": "x1", "language": "PYTHON", "code": "print(5)"}},
            [ServerToolCall("x1", "code_execution", {"language": "PYTHON", "code": "print(5)"})],
            id="code that the provider runs",
        ),
        pytest.param(
            {"codeExecutionResult": {"outcome": "OUTCOME_OK", "output": "5\n"}},
            [ServerToolResult(None, "code_execution", {"outcome": "OUTCOME_OK", "output": "5\n"})],
            id="what the code gave",
        ),
        pytest.param(
            {"toolCall": {"id": "t1", "toolType": "FILE_SEARCH", "args": {"queries": ["a"]}}},
            [ServerToolCall("t1", "FILE_SEARCH", {"queries": ["a"]})],
            id="a search that the provider runs",
        ),
        pytest.param(
            {"tool_response": {"id": "t1", "tool_type": "FILE_SEARCH", "response": {}}},
            [ServerToolResult("t1", "FILE_SEARCH", {})],
            id="what the search gave, in snake_case",
        ),
        pytest.param(
            {"file_data": {"file_uri": "gs://b/a.mp4", "mime_type": "video/mp4"}},
            [Uri("video", "video/mp4", "gs://b/a.mp4")],
            id="media by reference",
        ),
        pytest.param(
            {"text": "See", "videoMetadata": {"fps": 5}},
            [Text("See", (("videoMetadata", {"fps": 5}),))],
            id="what tells of a part belongs to it",
        ),
    ],
)
def test_read_content(part: Json, read: list[Part]) -> None:
    assert list(read_content({"parts": [part]})) == read
