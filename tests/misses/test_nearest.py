from dataclasses import replace

import pytest

from cassette_cli.misses.nearest import answer, candidates
from cassette_cli.misses.sent import Sent
from cassette_cli.model import Body, Header, Interaction, Request, Structured
from cassette_cli.recorders.catalogue import recorders
from cassette_cli.recorders.matching import read_match_on
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.render.shown_miss import Shown, show
from tests.recorders.recorded import recorded

_BY_NAME = {one.name: one for one in recorders()}
_GO = _BY_NAME["go-vcr"]
_VCR = _BY_NAME["vcr"]
_VCRPY = replace(_BY_NAME["vcrpy"], compares=read_match_on(("method", "host", "query", "body")))
_TALK = '{"messages": [{"content": "a"}, {"content": "the tide is high"}]}'
_AGENT = Header("User-Agent", "go/1")
_JSON = Header("content-type", "application/json")


def _request(
    url: str = "https://a.example/b",
    *,
    method: str = "POST",
    headers: tuple[Header, ...] = (),
    body: str = _TALK,
) -> Sent:
    return Sent(Request(method, url, headers, Body(body)))


@pytest.mark.parametrize(
    ("sent", "interaction", "recorder", "expected"),
    [
        pytest.param(_request(), recorded(body=_TALK), _GO, (), id="nothing differs"),
        pytest.param(
            _request(method="PUT"),
            recorded(body=_TALK),
            _GO,
            (Shown("method", "", "", "POST", "PUT"),),
            id="method",
        ),
        pytest.param(
            _request("https://b.example/b?key=1"),
            recorded(body=_TALK),
            _GO,
            (
                Shown("url", "host", "", "a.example", "b.example"),
                Shown("url", "query.key", "", None, "1"),
            ),
            id="all parts of the URL",
        ),
        pytest.param(
            _request("https://b.example/b?x=1"),
            recorded("https://a.example/b?x=2", body=_TALK),
            _VCRPY,
            (
                Shown("host", "", "", "a.example", "b.example"),
                Shown("query", "query.x", "", "2", "1"),
            ),
            id="parts of the URL that a recorder compares by themselves",
        ),
        pytest.param(
            _request(headers=(_AGENT, Header("Host", "a.example"))),
            recorded(body=_TALK, headers=(Header("user-agent", "go/2"),)),
            _GO,
            (Shown("headers", "user-agent", "", "go/2", "go/1"),),
            id="header, whatever its case; what is added on the way does not count",
        ),
        pytest.param(
            _request(body=_TALK.replace("tide", "moon")),
            recorded(body=_TALK),
            _GO,
            (
                Shown(
                    "body",
                    "messages[1].content",
                    "message 2 of 2",
                    "the tide is high",
                    "the moon is high",
                ),
            ),
            id="word of a message",
        ),
        pytest.param(
            _request(body='{"messages": [{"content": "the tide is high"}], "n": 1}'),
            recorded(body=_TALK),
            _GO,
            (
                Shown("body", "messages[0]", "message 1 of 1", '{"content": "a"}', None),
                Shown("body", "n", "", None, "1"),
            ),
            id="message and member",
        ),
        pytest.param(
            _request(body='{"a": 1}'),
            recorded(body='{"a":1}'),
            _GO,
            (Shown("body", "", "the same JSON, spelled differently", '{"a":1}', '{"a": 1}'),),
            id="spelling",
        ),
        pytest.param(
            _request(body='{"a": 1}', headers=(_JSON,)),
            recorded(body='{"a":1}', headers=(_JSON,)),
            _VCRPY,
            (),
            id="spelling does not matter to vcrpy where it is JSON",
        ),
        pytest.param(
            _request(headers=(Header("Content-Length", "9"),), body="abc"),
            recorded(body="abc"),
            _GO,
            (Shown("content_length", "", "", "3", "9"),),
            id="length that the request states",
        ),
        pytest.param(
            _request("https://<HOST>/b", body=_TALK),
            recorded("https://[HOST/b", body=_TALK),
            _VCR,
            (Shown("url", "", "", "https://[HOST/b", "https://<HOST>/b"),),
            id="what is no URL",
        ),
    ],
)
def test_all_that_differs(
    sent: Sent, interaction: Interaction, recorder: Recorder, expected: tuple[Shown, ...]
) -> None:
    (candidate,) = candidates(sent, "a.yaml", (interaction,), recorder)
    assert tuple(map(show, candidate.differs)) == expected


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(_TALK, id="text"),
        pytest.param(_TALK.encode(), id="bytes"),
        pytest.param(
            Structured({"messages": [{"content": "a"}, {"content": "the tide is high"}]}), id="data"
        ),
    ],
)
def test_bodies_are_compared_however_they_are_stored(content: str | bytes | Structured) -> None:
    known = recorded()
    known = replace(known, request=replace(known.request, body=Body(content)))
    (candidate,) = candidates(_request(), "a.yaml", (known,), _GO)
    assert candidate.differs == ()


_RECORDING = (
    recorded("https://a.example/far", body="x", index=0),
    recorded(body=_TALK.replace("high", "low and grey"), index=1),
    recorded(body=_TALK.replace("high", "hi"), index=2),
    recorded(body='{"messages":[{"content":"a"},{"content":"the tide is high"}]}', index=3),
)


@pytest.mark.parametrize(
    ("expected", "order"),
    [
        pytest.param(None, [3, 2, 1, 0], id="by what differs"),
        pytest.param(1, [1, 3, 2, 0], id="the expected one first"),
    ],
)
def test_the_nearest_comes_first(expected: int | None, order: list[int]) -> None:
    found = candidates(_request(), "a.yaml", _RECORDING, _GO)
    nearest = answer(_request(), found, "go-vcr", expected=expected).nearest
    assert [one.interaction.index for one in nearest] == order


def test_what_was_played_is_not_played_again() -> None:
    recording = (recorded(body=_TALK), recorded(body=_TALK, index=1))
    for played, plays in (((), 0), ((0,), 1), ((0, 1), None)):
        found = answer(
            _request(), candidates(_request(), "a.yaml", recording, _GO, played), "go-vcr"
        )
        assert (found.plays and found.plays.interaction.index) == plays


def test_secrets_are_masked() -> None:
    value = "Bearer " + "k3yS" * 8
    sent = _request(headers=(Header("Authorization", value),))
    (candidate,) = candidates(sent, "a.yaml", (recorded(body=_TALK),), _GO)
    (shown,) = map(show, candidate.differs)
    assert shown.sent is not None
    assert value not in shown.sent
