import pytest

from cassette_cli.dialects.gemini.generate_content import (
    matches,
    model_in_url,
    read_request,
    read_response,
)
from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.transcript import (
    Completion,
    GenericPart,
    Message,
    Prompt,
    Reasoning,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
    Usage,
)


@pytest.mark.parametrize(
    ("path", "answer", "claimed"),
    [
        pytest.param("/v1beta/models/gemini-9:generateContent", None, True, id="Gemini API"),
        pytest.param(
            "/v1/projects/p/locations/l/publishers/google/models/gemini-9:streamGenerateContent",
            {"error": {"code": 401}},
            True,
            id="Vertex, also where the call failed",
        ),
        pytest.param("/v1beta/models/gemini-9:countTokens", None, False, id="other methods"),
        pytest.param("/v1beta/models", None, False, id="the list of models"),
        pytest.param(
            "",
            {"candidates": [{"content": {"parts": [{"text": "Hi"}]}}]},
            True,
            id="an answer without a URL",
        ),
        pytest.param(
            "", {"candidates": [{"content": "Hi"}]}, False, id="candidates of another API"
        ),
    ],
)
def test_matches(path: str, answer: Json, claimed: bool) -> None:  # noqa: FBT001 - a table's column
    interaction = Interaction(0, Request("POST", path), Response(200))
    exchange = Exchange(interaction, "", path, Payload(), Payload(value=answer))
    assert matches(exchange) == claimed


@pytest.mark.parametrize(
    ("path", "model"),
    [
        pytest.param("/v1beta/models/gemini-9:generateContent", "gemini-9", id="one answer"),
        pytest.param("/v1beta/tunedModels/mine:streamGenerateContent", "mine", id="a stream"),
        pytest.param("/v1beta/models", None, id="no model"),
    ],
)
def test_model_in_url(path: str, model: str | None) -> None:
    assert model_in_url(path) == model


_CAMEL: Json = {
    "systemInstruction": {"parts": [{"text": "Be brief."}]},
    "tools": [
        {
            "functionDeclarations": [
                {"name": "add", "description": "Adds", "parametersJsonSchema": {"type": "object"}}
            ]
        },
        {"googleSearch": {}},
    ],
    "contents": [
        {"role": "user", "parts": [{"text": "2 + 3?"}]},
        {"role": "model", "parts": [{"functionCall": {"name": "add", "args": {"a": 2, "b": 3}}}]},
        {"parts": [{"functionResponse": {"name": "add", "response": {"result": 5}}}]},
    ],
    "generationConfig": {"temperature": 0},
}
_SNAKE: Json = {
    "system_instruction": {"parts": [{"text": "Be brief."}]},
    "tools": [
        {
            "function_declarations": [
                {"name": "add", "description": "Adds", "parameters_json_schema": {"type": "object"}}
            ]
        },
        {"google_search": {}},
    ],
    "contents": [
        {"role": "user", "parts": [{"text": "2 + 3?"}]},
        {"role": "model", "parts": [{"function_call": {"name": "add", "args": {"a": 2, "b": 3}}}]},
        {"parts": [{"function_response": {"name": "add", "response": {"result": 5}}}]},
    ],
    "generation_config": {"temperature": 0},
}
_PROMPT = Prompt(
    system_instructions=(Text("Be brief."),),
    tool_definitions=(
        ToolDefinition("add", "Adds", {"type": "object"}),
        ToolDefinition("googleSearch"),
    ),
    messages=(
        Message("user", (Text("2 + 3?"),)),
        Message("assistant", (ToolCall(None, "add", {"a": 2, "b": 3}),)),
        Message("user", (ToolResult(None, {"result": 5}, "add"),)),
    ),
    settings=(("generationConfig", {"temperature": 0}),),
)


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        pytest.param(_CAMEL, _PROMPT, id="camelCase"),
        pytest.param(_SNAKE, _PROMPT, id="snake_case"),
        pytest.param(
            {"model": "models/gemini-9", "contents": {"parts": {"text": "Hi"}}},
            Prompt("gemini-9", messages=(Message("user", (Text("Hi"),)),)),
            id="single objects where a list may stand",
        ),
        pytest.param(
            {"contents": "Hi", "systemInstruction": "Be brief."},
            Prompt(
                system_instructions=(Text("Be brief."),),
                messages=(Message("user", (Text("Hi"),)),),
            ),
            id="bare text",
        ),
        pytest.param("?", Prompt(), id="no JSON object"),
    ],
)
def test_read_request(body: Json, prompt: Prompt) -> None:
    assert read_request(body) == prompt


@pytest.mark.parametrize(
    ("body", "completion"),
    [
        pytest.param(
            {
                "responseId": "r1",
                "modelVersion": "gemini-9",
                "candidates": [
                    {
                        "content": {
                            "role": "model",
                            "parts": [{"text": "Hm.", "thought": True}, {"text": "Five."}],
                        },
                        "finishReason": "STOP",
                        "avgLogprobs": -0.1,
                        "groundingMetadata": {"webSearchQueries": ["2 + 3"]},
                    }
                ],
                "usageMetadata": {
                    "promptTokenCount": 10,
                    "candidatesTokenCount": 2,
                    "thoughtsTokenCount": 30,
                    "cachedContentTokenCount": 4,
                    "totalTokenCount": 42,
                },
            },
            Completion(
                id="r1",
                model="gemini-9",
                messages=(
                    Message(
                        "assistant",
                        (
                            Reasoning("Hm."),
                            Text("Five."),
                        ),
                        "STOP",
                        (
                            ("avgLogprobs", -0.1),
                            ("groundingMetadata", {"webSearchQueries": ["2 + 3"]}),
                        ),
                    ),
                ),
                usage=Usage(10, 2, 42, cache_read_input_tokens=4, reasoning_output_tokens=30),
            ),
            id="thoughts, an answer and its sources",
        ),
        pytest.param(
            {"candidates": [{"finishReason": 2}, {"index": 1, "finishReason": 9}]},
            Completion(
                messages=(Message("assistant", (), "MAX_TOKENS"), Message("assistant", (), "9"))
            ),
            id="enums as numbers, as far as both APIs agree on them",
        ),
        pytest.param(
            {"promptFeedback": {"blockReason": "SAFETY"}},
            Completion(
                messages=(
                    Message(
                        "assistant",
                        (GenericPart("promptFeedback", {"blockReason": "SAFETY"}),),
                        "SAFETY",
                    ),
                )
            ),
            id="a blocked prompt",
        ),
        pytest.param(
            {"error": {"code": 400, "status": "INVALID_ARGUMENT"}},
            Completion(error={"code": 400, "status": "INVALID_ARGUMENT"}),
            id="an error",
        ),
    ],
)
def test_read_response(body: Json, completion: Completion) -> None:
    assert read_response(body) == completion
