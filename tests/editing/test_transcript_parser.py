import pytest

from cassette_cli.editing.transcript_parser import read_transcript
from cassette_cli.errors import EditError


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("%% text\n", "%%text \t\r\n", id="blanks of a marker"),
        pytest.param("role: assistant\n", "\nrole:   assistant  \r\n\n", id="blanks of a field"),
        pytest.param("%% answer\n", "\n\n%% answer\n", id="blank lines before the first section"),
        pytest.param("id: msg_1\n", 'id: "msg\\u005f1"\n', id="a field as JSON"),
        pytest.param("input_tokens: 3\n", "input_tokens: 3", id="no line break at the end"),
    ],
)
def test_what_does_not_count(transcript: str, before: str, after: str) -> None:
    text = transcript.replace(before, after, 1)
    assert text != transcript
    assert read_transcript(text) == read_transcript(transcript)


@pytest.mark.parametrize(
    ("before", "after", "where", "message"),
    [
        pytest.param("%% answer\n", "Hello\n", "line 1", "section must begin", id="no section"),
        pytest.param("%% part\n", "%%\n", "line 20", "section must begin", id="no name"),
        pytest.param(
            "%% part\n", "%% poem\n", "line 20", "no section `poem`", id="unknown section"
        ),
        pytest.param("%% message\n", "%% text\n", "line 4", "before any", id="text of no message"),
        pytest.param(
            "name: add", "names: add", "line 15", "`names: add` is no", id="unknown field"
        ),
        pytest.param('  "a": 2\n', '  "a" 2\n', "line 18", "as JSON: expecting", id="no JSON"),
        pytest.param('arguments:\n{\n  "a": 2\n}\n', "", "line 13", "has no `arg", id="no call"),
        pytest.param("tokens: 3", "tokens: three", "line 25", "be integers", id="a count in words"),
        pytest.param("id: msg_1\n", 'id: "msg\n', "line 2", "as JSON", id="an open string"),
    ],
)
def test_mistakes(transcript: str, before: str, after: str, where: str, message: str) -> None:
    text = transcript.replace(before, after, 1)
    assert text != transcript
    with pytest.raises(EditError, match=message) as caught:
        read_transcript(text)
    assert caught.value.where == where
