import pytest

_TRANSCRIPT = """\
%% answer
id: msg_1
model: some-model
%% message
role: assistant
finish_reason: tool_calls
%% reasoning
Let me
think.

%% text
\\%% text is a marker
%% tool_call
id: call_1
name: add
arguments:
{
  "a": 2
}
%% part
{
  "type": "citations",
  "value": []
}
%% usage
input_tokens: 3
"""


@pytest.fixture
def transcript() -> str:
    """An answer in the form in which it is edited."""
    return _TRANSCRIPT
