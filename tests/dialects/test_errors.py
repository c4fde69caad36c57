import pytest

from cassette_cli.dialects.errors import error_of, read_error
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from tests.conftest import event


@pytest.mark.parametrize(
    ("value", "error"),
    [
        pytest.param({"error": {"code": 1}, "choices": []}, {"code": 1}, id="its field"),
        pytest.param({"detail": "no"}, {"detail": "no"}, id="an object without an answer"),
        pytest.param({"choices": [], "error": None}, None, id="an answer"),
        pytest.param(
            {"choices": None, "error_type": "BadRequest", "error_message": "too long"},
            {"type": "BadRequest", "code": None, "message": "too long"},
            id="members of its own beside an answer",
        ),
        pytest.param(
            {"id": "as-1", "error_code": 336003, "error_msg": "bad"},
            {"type": None, "code": 336003, "message": "bad"},
            id="a code and a message",
        ),
        pytest.param({}, None, id="nothing"),
        pytest.param("no", None, id="no object"),
    ],
)
def test_read_error(value: Json, error: Json) -> None:
    assert read_error(value, "choices") == error


@pytest.mark.parametrize(
    ("found", "error"),
    [
        pytest.param(event({"error": {"code": 1}}), {"code": 1}, id="its field"),
        pytest.param(event({"code": 1}, "error"), {"code": 1}, id="all of an event of that name"),
        pytest.param(
            event({"type": "error", "code": 1}),
            {"type": "error", "code": 1},
            id="all of an event of that type",
        ),
        pytest.param(event({"type": "text", "error": None}), None, id="no error"),
        pytest.param(event("error"), None, id="no object"),
    ],
)
def test_error_of(found: Event, error: Json) -> None:
    assert error_of(found) == error
