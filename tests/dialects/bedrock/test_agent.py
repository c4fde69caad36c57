import pytest

from cassette_cli.dialects.bedrock.agent import DIALECT
from cassette_cli.exchange import decode_exchange
from cassette_cli.json_values import Json, write_json
from cassette_cli.model import Body, Interaction, Request, Response
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Text,
    ToolCall,
    ToolDefinition,
)

HOST = "https://bedrock-agent-runtime.eu-west-1.amazonaws.com"


@pytest.mark.parametrize(
    ("method", "path", "request_body", "claimed"),
    [
        pytest.param("POST", "/agents/A/agentAliases/B/sessions/C/text", {}, True, id="an agent"),
        pytest.param("GET", "/agents/A/agentAliases/B/memories", {}, False, id="its memory"),
        pytest.param("POST", "/agents/C", {"foundationModel": "m"}, True, id="an inline agent"),
        pytest.param("POST", "/agents/C", {"name": "n"}, False, id="an agent of others"),
        pytest.param("POST", "/retrieveAndGenerate", {}, True, id="a knowledge base"),
        pytest.param("POST", "/retrieveAndGenerateStream", {}, True, id="the same as a stream"),
        pytest.param("POST", "/knowledgebases/K/retrieve", {}, False, id="a search alone"),
    ],
)
def test_matches(method: str, path: str, request_body: Json, *, claimed: bool) -> None:
    request = Request(method, HOST + path, body=Body(write_json(request_body)))
    assert DIALECT.matches(decode_exchange(Interaction(0, request, Response(200)))) is claimed


@pytest.mark.parametrize(
    ("value", "prompt"),
    [
        pytest.param(
            {"inputText": "Hi", "enableTrace": True},
            Prompt(messages=(Message("user", (Text("Hi"),)),), settings=(("enableTrace", True),)),
            id="to an agent",
        ),
        pytest.param(
            {
                "foundationModel": "m",
                "instruction": "Be brief",
                "inputText": "Hi",
                "actionGroups": [
                    {
                        "actionGroupName": "g",
                        "functionSchema": {
                            "functions": [
                                {"name": "add", "description": "Adds", "parameters": {"a": {}}}
                            ]
                        },
                    },
                    {"actionGroupName": "h", "apiSchema": {"payload": "p"}},
                ],
            },
            Prompt(
                model="m",
                system_instructions=(Text("Be brief"),),
                tool_definitions=(
                    ToolDefinition("add", "Adds", {"a": {}}),
                    ToolDefinition("h", None, {"apiSchema": {"payload": "p"}}),
                ),
                messages=(Message("user", (Text("Hi"),)),),
            ),
            id="to an inline agent",
        ),
        pytest.param(
            {
                "input": {"text": "Hi"},
                "retrieveAndGenerateConfiguration": {
                    "type": "KNOWLEDGE_BASE",
                    "knowledgeBaseConfiguration": {"modelArn": "m"},
                },
            },
            Prompt(
                model="m",
                messages=(Message("user", (Text("Hi"),)),),
                settings=(
                    (
                        "retrieveAndGenerateConfiguration",
                        {
                            "type": "KNOWLEDGE_BASE",
                            "knowledgeBaseConfiguration": {"modelArn": "m"},
                        },
                    ),
                ),
            ),
            id="to a knowledge base",
        ),
        pytest.param(None, Prompt(), id="no JSON"),
    ],
)
def test_read_request(value: Json, prompt: Prompt) -> None:
    assert DIALECT.read_request(value) == prompt


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        pytest.param(
            {"completion": [{"trace": {"a": 1}}, {"chunk": {"text": "a", "citations": [{}]}}]},
            [GenericPart("trace", {"a": 1}), Text("a"), GenericPart("citations", [{}])],
            id="an agent's answer in order",
        ),
        pytest.param(
            {
                "completion": [
                    {
                        "returnControl": {
                            "invocationId": "i",
                            "invocationInputs": [
                                {
                                    "functionInvocationInput": {
                                        "function": "add",
                                        "parameters": [{"name": "a", "value": "1"}],
                                    }
                                },
                                {
                                    "apiInvocationInput": {
                                        "apiPath": "/add",
                                        "requestBody": {"content": {}},
                                    }
                                },
                                {"newInput": {}},
                            ],
                        }
                    }
                ]
            },
            [
                ToolCall("i", "add", {"a": "1"}),
                ToolCall("i", "/add", {"requestBody": {"content": {}}}),
                GenericPart("invocationInput", {"newInput": {}}),
            ],
            id="control returns to the client",
        ),
        pytest.param(
            {"completion": [{"files": {"files": [{"type": "text/csv", "bytes": "QQ=="}]}}]},
            [Blob("document", "text/csv", "QQ==")],
            id="a file",
        ),
        pytest.param(
            {"output": {"text": "a"}, "citations": [{"b": 1}], "guardrailAction": "NONE"},
            [
                Text("a"),
                GenericPart("citations", [{"b": 1}]),
                GenericPart("guardrailAction", "NONE"),
            ],
            id="a knowledge base's answer",
        ),
    ],
)
def test_parts(value: Json, parts: list[Part]) -> None:
    completion = DIALECT.read_response(value)
    assert completion == Completion(messages=(Message("assistant", tuple(parts)),))


@pytest.mark.parametrize(
    ("value", "completion"),
    [
        pytest.param({"message": "no"}, Completion(error={"message": "no"}), id="an exception"),
        pytest.param({"error": {"a": 1}}, Completion(error={"a": 1}), id="one in a stream"),
        pytest.param({"completion": []}, Completion(), id="nothing"),
        pytest.param(None, Completion(), id="no JSON"),
    ],
)
def test_read_response(value: Json, completion: Completion) -> None:
    assert DIALECT.read_response(value) == completion
