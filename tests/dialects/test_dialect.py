from cassette_cli.dialects.dialect import Dialect, Fold
from cassette_cli.exchange import Payload
from cassette_cli.streams.event import Event
from cassette_cli.text import Span
from cassette_cli.transcript import Completion, Prompt


def test_a_dialect_that_does_not_stream_says_nothing_of_streams() -> None:
    dialect = Dialect("telegraph", lambda _: False, lambda _: Prompt(), lambda _: Completion())
    event = Event("1", Span(0, 1), (Span(0, 1),), value=1)
    assert dialect.fold([event]) == Fold(None, complete=True)
    assert dialect.deltas(event) == ()
    assert dialect.model_in_url("/v1/models/m-1") is None
    assert dialect.value_of(Payload("[1]", value=[1])) == [1]
