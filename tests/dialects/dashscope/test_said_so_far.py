import pytest

from cassette_cli.dialects.dashscope.messages import read_response
from cassette_cli.dialects.dashscope.said_so_far import fold
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Completion, Message, Text
from tests.conftest import event, events


def _said(text: str, reason: str = "null") -> Json:
    return {"output": {"choices": [{"message": {"content": text}, "finish_reason": reason}]}}


@pytest.mark.parametrize(
    ("stream", "completion", "complete"),
    [
        pytest.param(
            events(_said("No"), _said("Noon."), _said("Noon.", "stop")),
            Completion(messages=(Message("assistant", (Text("Noon."),), "stop"),)),
            True,
            id="the last says it all",
        ),
        pytest.param(
            events({"output": {"text": "No"}}, {"output": {"text": "Noon."}}),
            Completion(messages=(Message("assistant", (Text("Noon."),)),)),
            False,
            id="a text of an older model that broke off",
        ),
        pytest.param(
            [event(_said("No")), event({"code": "Busy", "message": "m"}, "error")],
            Completion(
                messages=(Message("assistant", (Text("No"),)),),
                error={"code": "Busy", "message": "m"},
            ),
            False,
            id="an error",
        ),
    ],
)
def test_fold(stream: list[Event], completion: Completion, complete: bool) -> None:  # noqa: FBT001 - a table's column
    folded = fold(stream)
    assert (read_response(folded.value), folded.complete) == (completion, complete)
