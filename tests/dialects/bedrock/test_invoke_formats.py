import pytest

from cassette_cli.dialects.bedrock.invoke_formats import vendor_answering, vendor_asked
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, GenericPart, Message, Prompt, Text, ToolCall, Usage
from tests.conftest import event


@pytest.mark.parametrize(
    ("request_body", "prompt"),
    [
        pytest.param(
            {
                "anthropic_version": "bedrock-2023-05-31",
                "messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}],
            },
            Prompt(
                messages=(Message("user", (Text("Hi"),)),),
                settings=(("anthropic_version", "bedrock-2023-05-31"),),
            ),
            id="Anthropic",
        ),
        pytest.param(
            {"prompt": "Human: Hi", "max_tokens_to_sample": 9},
            Prompt(
                messages=(Message("user", (Text("Human: Hi"),)),),
                settings=(("max_tokens_to_sample", 9),),
            ),
            id="Anthropic before",
        ),
        pytest.param(
            {"messages": [{"role": "user", "content": [{"text": "Hi"}]}], "inferenceConfig": {}},
            Prompt(messages=(Message("user", (Text("Hi"),)),), settings=(("inferenceConfig", {}),)),
            id="Nova",
        ),
        pytest.param(
            {"messages": [{"role": "user", "content": "Hi"}], "max_tokens": 9},
            Prompt(messages=(Message("user", (Text("Hi"),)),), settings=(("max_tokens", 9),)),
            id="OpenAI, Mistral, AI21",
        ),
        pytest.param(
            {"message": "Hi", "chat_history": [{"role": "CHATBOT", "message": "Yes?"}]},
            Prompt(
                messages=(Message("assistant", (Text("Yes?"),)), Message("user", (Text("Hi"),)))
            ),
            id="Cohere's chat",
        ),
        pytest.param(
            {"texts": ["a", "b"], "input_type": "search_document"},
            Prompt(
                messages=(Message("user", (Text("a"),)), Message("user", (Text("b"),))),
                settings=(("input_type", "search_document"),),
            ),
            id="texts to embed",
        ),
        pytest.param(
            {"query": "Hi", "documents": ["a"], "top_n": 1},
            Prompt(
                messages=(Message("user", (Text("Hi"),)), Message("documents", (Text("a"),))),
                settings=(("top_n", 1),),
            ),
            id="documents to rank",
        ),
        pytest.param(
            {"prompt": "Hi"}, Prompt(messages=(Message("user", (Text("Hi"),)),)), id="a text"
        ),
        pytest.param(None, Prompt(), id="no JSON"),
    ],
)
def test_vendor_asked(request_body: Json, prompt: Prompt) -> None:
    assert vendor_asked(request_body).read_request(request_body) == prompt


@pytest.mark.parametrize(
    ("answer", "messages"),
    [
        pytest.param(
            {"type": "message", "role": "assistant", "content": [], "stop_reason": "end_turn"},
            [Message("assistant", (), "end_turn")],
            id="Anthropic",
        ),
        pytest.param(
            {"completion": "a", "stop_reason": "max_tokens"},
            [Message("assistant", (Text("a"),), "max_tokens")],
            id="Anthropic before",
        ),
        pytest.param(
            {
                "output": {"message": {"role": "assistant", "content": [{"text": "a"}]}},
                "stopReason": "end_turn",
            },
            [Message("assistant", (Text("a"),), "end_turn")],
            id="Nova",
        ),
        pytest.param(
            {
                "choices": [
                    {"message": {"role": "assistant", "content": "a"}, "stop_reason": "stop"}
                ]
            },
            [Message("assistant", (Text("a"),), "stop")],
            id="Mistral's chat",
        ),
        pytest.param(
            {"choices": [{"text": "a", "stop_reason": "stop"}]},
            [Message("assistant", (Text("a"),), "stop")],
            id="DeepSeek",
        ),
        pytest.param(
            {"text": "a", "generation_id": "g", "finish_reason": "COMPLETE"},
            [Message("assistant", (Text("a"),), "COMPLETE", (("generation_id", "g"),))],
            id="Cohere's chat",
        ),
        pytest.param(
            {"embedding": [0.5], "embeddingsByType": {"float": [0.5]}},
            [Message("assistant", (GenericPart("embeddings", {"count": 1, "dimensions": 1}),))],
            id="a vector",
        ),
        pytest.param(
            {"results": [{"index": 0, "relevance_score": 0.5}]},
            [
                Message(
                    "assistant",
                    (GenericPart("ranking", [{"index": 0, "relevance_score": 0.5}]),),
                )
            ],
            id="a ranking",
        ),
        pytest.param(
            {"generation": "a", "stop_reason": "length"},
            [Message("assistant", (Text("a"),), "length")],
            id="a text",
        ),
    ],
)
def test_vendor_answering(answer: Json, messages: list[Message]) -> None:
    completion = vendor_answering([answer]).read_response(answer)
    assert completion == Completion(messages=tuple(messages))


def test_a_call_parts_the_texts_of_nova() -> None:
    values: list[Json] = [
        {"contentBlockDelta": {"delta": {"text": "a"}, "contentBlockIndex": 0}},
        {"contentBlockDelta": {"delta": {"text": "b"}, "contentBlockIndex": 1}},
        {
            "contentBlockStart": {
                "start": {"toolUse": {"toolUseId": "t1", "name": "add"}},
                "contentBlockIndex": 2,
            }
        },
        {"contentBlockDelta": {"delta": {"text": "c"}, "contentBlockIndex": 3}},
    ]
    nova = vendor_answering(values)
    folded = nova.fold([event(value) for value in values])
    [message] = nova.read_response(folded.value).messages
    assert message.parts == (Text("ab"), ToolCall("t1", "add", {}), Text("c"))


def test_titan_counts_what_it_embeds() -> None:
    answer: Json = {"embedding": [0.5], "inputTextTokenCount": 3}
    assert vendor_answering([answer]).read_response(answer).usage == Usage(3)
