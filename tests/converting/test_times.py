"""When an interaction was recorded."""

from datetime import UTC, datetime

import pytest

from cassette_cli.converting.times import EPOCH, read_time, time_of
from cassette_cli.model import Header, Interaction, Request, Response


@pytest.mark.parametrize(
    ("text", "time"),
    [
        pytest.param(
            "Mon, 03 Mar 2025 10:00:00 GMT", datetime(2025, 3, 3, 10, tzinfo=UTC), id="HTTP"
        ),
        pytest.param("2025-03-03T10:00:00", datetime(2025, 3, 3, 10, tzinfo=UTC), id="ISO"),
        pytest.param("2025-03-03T12:00:00+02:00", datetime(2025, 3, 3, 10, tzinfo=UTC), id="zone"),
        pytest.param("yesterday", None, id="no time"),
    ],
)
def test_read_time(text: str, time: datetime | None) -> None:
    assert read_time(text) == time


def test_the_date_of_the_response_stands_in() -> None:
    date = Header("Date", "Mon, 03 Mar 2025 10:00:00 GMT")
    with_date = Interaction(0, Request("GET", "/"), Response(200, headers=(date,)))
    assert time_of(with_date) == datetime(2025, 3, 3, 10, tzinfo=UTC)
    assert time_of(Interaction(0, Request("GET", "/"), Response(200))) == EPOCH
