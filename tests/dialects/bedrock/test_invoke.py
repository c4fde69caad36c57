from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.dialects.bedrock.invoke import DIALECT, fold
from cassette_cli.exchange import decode_exchange
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Blob, Completion, Extra, Message, Prompt, Text, Usage
from tests.conftest import event

HOST = "https://bedrock-runtime.eu-west-1.amazonaws.com"
METRICS: Json = {"inputTokenCount": 3, "outputTokenCount": 5, "cacheReadInputTokenCount": 7}

GUARDRAIL: Json = {"guardrail": {}}


def _chunk(**value: Json) -> Event:
    return event(value, "chunk")


def _metrics(**value: Json) -> Event:
    return _chunk(**value, **{"amazon-bedrock-invocationMetrics": METRICS})


def _exception(name: str) -> Event:
    value: Json = {"message": "slow"}
    return event(value, name)


def _answer(
    text: str, reason: str | None, usage: Usage | None = None, extra: Extra = ()
) -> Completion:
    message = Message("assistant", (Text(text),), reason, extra)
    return Completion(messages=(message,), usage=usage)


@pytest.mark.parametrize(
    ("url", "claimed"),
    [
        pytest.param(HOST + "/model/a.b/invoke", True, id="an answer at once"),
        pytest.param(HOST + "/model/a.b/invoke-with-response-stream", True, id="a stream"),
        pytest.param(HOST + "/model/a.b/converse", False, id="a conversation"),
        pytest.param(HOST + "/model/a.b/count-tokens", False, id="tokens are counted"),
        pytest.param("https://example.com/invoke", False, id="another API"),
    ],
)
def test_matches(url: str, *, claimed: bool) -> None:
    interaction = Interaction(0, Request("POST", url), Response(200))
    assert DIALECT.matches(decode_exchange(interaction)) is claimed


def test_read_request() -> None:
    assert DIALECT.read_request({"prompt": "a"}) == Prompt(
        messages=(Message("user", (Text("a"),)),)
    )


@pytest.mark.parametrize(
    ("value", "completion"),
    [
        pytest.param(
            {"generation": "a", "stop_reason": "stop", "amazon-bedrock-invocationMetrics": METRICS},
            _answer("a", "stop", Usage(3, 5, cache_read_input_tokens=7)),
            id="Bedrock counts where the vendor does not",
        ),
        pytest.param(
            {
                "generation": "a",
                "stop_reason": "stop",
                "prompt_token_count": 1,
                "amazon-bedrock-invocationMetrics": METRICS,
            },
            _answer("a", "stop", Usage(1)),
            id="the vendor's own count comes first",
        ),
        pytest.param(
            {"images": ["QQ=="], "amazon-bedrock-trace": {"guardrail": {}}},
            Completion(messages=(Message("assistant", (Blob("image", None, "QQ=="),)),)),
            id="what Bedrock adds is no part of the answer",
        ),
        pytest.param({"message": "no"}, Completion(error={"message": "no"}), id="an exception"),
        pytest.param(None, Completion(), id="no JSON"),
    ],
)
def test_read_response(value: Json, completion: Completion) -> None:
    assert DIALECT.read_response(value) == completion


@pytest.mark.parametrize(
    ("events", "completion", "complete"),
    [
        pytest.param(
            [_chunk(outputText="a"), _metrics(outputText="b")],
            _answer("ab", None, Usage(3, 5, cache_read_input_tokens=7)),
            True,
            id="the metrics end a stream",
        ),
        pytest.param(
            [_chunk(outputText="no", **{"amazon-bedrock-trace": GUARDRAIL})],
            _answer("no", None),
            True,
            id="a guardrail ends a stream",
        ),
        pytest.param([_chunk(outputText="a")], _answer("a", None), False, id="it breaks off"),
        pytest.param(
            [_chunk(generation="a", stop_reason="stop"), _metrics()],
            _answer("a", "stop", Usage(3, 5, cache_read_input_tokens=7)),
            True,
            id="an event of metrics alone",
        ),
        pytest.param(
            [_chunk(generation="a"), _exception("throttlingException")],
            Completion(
                messages=(Message("assistant", (Text("a"),)),),
                error={"throttlingException": {"message": "slow"}},
            ),
            False,
            id="an exception stands beside what came before",
        ),
        pytest.param(
            [_exception("modelTimeoutException")],
            Completion(error={"modelTimeoutException": {"message": "slow"}}),
            False,
            id="an exception alone",
        ),
    ],
)
def test_fold(events: list[Event], completion: Completion, *, complete: bool) -> None:
    folded = fold(events)
    assert (DIALECT.read_response(folded.value), folded.complete) == (completion, complete)


STREAMS: dict[str, tuple[list[Event], Completion]] = {
    "Anthropic": (
        [
            _chunk(type="message_start", message={"role": "assistant", "content": []}),
            _chunk(type="content_block_start", index=0, content_block={"type": "text", "text": ""}),
            *(
                _chunk(
                    type="content_block_delta", index=0, delta={"type": "text_delta", "text": text}
                )
                for text in ("Good", " day")
            ),
            _chunk(type="message_delta", delta={"stop_reason": "end_turn"}, usage={}),
            _metrics(type="message_stop"),
        ],
        _answer("Good day", "end_turn", Usage()),
    ),
    "Anthropic before": (
        [
            _chunk(type="completion", completion="Good", stop_reason=None),
            _metrics(type="completion", completion=" day", stop_reason="stop_sequence"),
        ],
        _answer("Good day", "stop_sequence", Usage(3, 5, cache_read_input_tokens=7)),
    ),
    "Nova": (
        [
            _chunk(messageStart={"role": "assistant"}),
            _chunk(contentBlockDelta={"delta": {"text": "Good"}, "contentBlockIndex": 0}),
            _chunk(contentBlockStop={"contentBlockIndex": 0}),
            _chunk(contentBlockDelta={"delta": {"text": " day"}, "contentBlockIndex": 1}),
            _chunk(messageStop={"stopReason": "end_turn"}),
            _metrics(metadata={"usage": {"inputTokens": 1}}),
        ],
        _answer("Good day", "end_turn", Usage(1)),
    ),
    "OpenAI": (
        [
            _chunk(choices=[{"index": 0, "delta": {"role": "assistant", "content": "Good"}}]),
            _chunk(choices=[{"index": 0, "delta": {"content": " day"}}]),
            _metrics(choices=[{"index": 0, "delta": {}, "finish_reason": "stop"}]),
        ],
        _answer("Good day", "stop", Usage(3, 5, cache_read_input_tokens=7)),
    ),
    "DeepSeek": (
        [
            _chunk(choices=[{"text": "Good", "stop_reason": None}]),
            _metrics(choices=[{"text": " day", "stop_reason": "length"}]),
        ],
        _answer("Good day", "length", Usage(3, 5, cache_read_input_tokens=7)),
    ),
    "Cohere's chat": (
        [
            _chunk(is_finished=False, event_type="stream-start", generation_id="g"),
            _chunk(is_finished=False, event_type="text-generation", text="Good"),
            _chunk(is_finished=False, event_type="text-generation", text=" day"),
            _metrics(is_finished=True, event_type="stream-end", finish_reason="COMPLETE"),
        ],
        _answer(
            "Good day",
            "COMPLETE",
            Usage(3, 5, cache_read_input_tokens=7),
            (("generation_id", "g"),),
        ),
    ),
    "Titan": (
        [
            _chunk(outputText="Good", index=0.0, inputTextTokenCount=1.0),
            _metrics(
                outputText=" day",
                index=0.0,
                totalOutputTextTokenCount=2.0,
                completionReason="FINISH",
            ),
        ],
        _answer("Good day", "FINISH", Usage(1, 2)),
    ),
    "Llama": (
        [
            _chunk(generation="Good", prompt_token_count=1, generation_token_count=1),
            _chunk(generation=" day", prompt_token_count=None, generation_token_count=2),
            _metrics(
                generation="",
                prompt_token_count=None,
                generation_token_count=2,
                stop_reason="stop",
            ),
        ],
        _answer("Good day", "stop", Usage(1, 2)),
    ),
    "Mistral": (
        [
            _chunk(outputs=[{"text": "Good", "stop_reason": None}]),
            _metrics(outputs=[{"text": " day", "stop_reason": "stop"}]),
        ],
        _answer("Good day", "stop", Usage(3, 5, cache_read_input_tokens=7)),
    ),
}


@pytest.mark.parametrize("vendor", STREAMS)
def test_fold_of_each_vendor(vendor: str) -> None:
    events, completion = STREAMS[vendor]
    folded = fold(events)
    assert (DIALECT.read_response(folded.value), folded.complete) == (completion, True)


@given(st.data())
@pytest.mark.parametrize("vendor", STREAMS)
def test_deltas_may_be_cut_anywhere(
    check_deltas: Callable[..., dict[object, str]], vendor: str, data: st.DataObject
) -> None:
    events, _ = STREAMS[vendor]
    assert list(check_deltas(DIALECT, events, data).values()) == ["Good day"]
