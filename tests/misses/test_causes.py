from cassette_cli.misses.causes import Cause, causes
from cassette_cli.misses.nearest import answer, candidates
from cassette_cli.misses.sent import Sent
from cassette_cli.model import Body, Request
from cassette_cli.recorders.catalogue import recorders
from cassette_cli.recorders.recorder import Compared
from tests.recorders.recorded import recorded

_GO = next(one for one in recorders() if one.name == "go-vcr")


def test_the_same_cause_is_one_and_the_most_frequent_first() -> None:
    requests = [
        ("https://a.example/c", '{"date": "1 May"}'),
        ("https://a.example/b", '{"date": "2 May"}'),
        ("https://a.example/b", '{"date": "1 May"}'),
        ("https://a.example/b", '{"date": "3 May"}'),
    ]
    recording = (recorded(body='{"date": "1 May"}'),)
    answers = []
    for url, body in requests:
        sent = Sent(Request("POST", url, (), Body(body)))
        answers.append(answer(sent, candidates(sent, "a.yaml", recording, _GO), "go-vcr"))
    assert causes(answers) == (
        Cause(((Compared.BODY, ("date",)),), played=False, requests=(1, 3)),
        Cause(((Compared.URL, ("path",)),), played=False, requests=(0,)),
    )
