import pytest

from cassette_cli.model import Header, Interaction
from cassette_cli.recorders.catalogue import recorders
from cassette_cli.recorders.recorder import Recorder
from cassette_cli.recorders.replay import changed_parts, play
from tests.recorders.recorded import recorded

_RECORDERS = {recorder.name: recorder for recorder in recorders()}
_ONE = recorded("https://u:p@a.example:81/b?x=1&y=2", headers=(Header("X-Key", "1"),), body="a=1")


def _recorder(name: str) -> Recorder:
    return _RECORDERS[name]


@pytest.mark.parametrize(
    ("name", "new", "changed"),
    [
        pytest.param(
            "go-vcr",
            recorded("https://a.example/", headers=_ONE.request.headers, body="a=1"),
            ["URL"],
            id="go-vcr compares the URL",
        ),
        pytest.param(
            "go-vcr", recorded(_ONE.request.url, body="a=1"), ["headers"], id="go-vcr: headers"
        ),
        pytest.param(
            "go-vcr",
            recorded(_ONE.request.url, headers=_ONE.request.headers, body="a=22"),
            ["body", "content length"],
            id="go-vcr: the body and its length",
        ),
        pytest.param(
            "go-vcr",
            recorded(_ONE.request.url, headers=_ONE.request.headers, body="a=1", form="2"),
            ["form"],
            id="go-vcr: the form that it keeps",
        ),
        pytest.param("go-vcr v2", recorded(_ONE.request.url), [], id="old versions compared less"),
        pytest.param(
            "vcrpy",
            recorded("https://other@a.example:81/b?y=2&x=1"),
            [],
            id="vcrpy looks neither at the user nor at the order of the query",
        ),
        pytest.param(
            "vcrpy", recorded("https://a.example:81/b?x=1&y=3"), ["query"], id="vcrpy: the query"
        ),
        pytest.param("vcr", recorded(_ONE.request.url), [], id="VCR does not look at the body"),
        pytest.param(
            "vcr", recorded("https://a.example:81/b?x=1&y=2"), ["URL"], id="VCR: the whole URL"
        ),
        pytest.param(
            "betamax",
            recorded("https://u:p@a.example:81/b?y=2&x=1"),
            [],
            id="betamax: queries in any order",
        ),
        pytest.param(
            "exvcr", recorded("https://u:p@a.example:81/b"), [], id="exvcr leaves the query out"
        ),
        pytest.param(
            "nock", recorded(_ONE.request.url, body="a=1"), [], id="nock: more headers may be sent"
        ),
        pytest.param(
            "nock",
            recorded(_ONE.request.url, headers=(Header("X-Other", "1"),), body="a=1"),
            ["headers"],
            id="nock: what was recorded has to be there",
        ),
        pytest.param(
            "php-vcr",
            recorded(_ONE.request.url, headers=_ONE.request.headers, body="b"),
            ["body"],
            id="php-vcr compares everything",
        ),
    ],
)  # fmt: skip
def test_changed_parts(name: str, new: Interaction, changed: list[str]) -> None:
    assert list(changed_parts(_ONE, new, _recorder(name))) == changed
    assert changed_parts(new, new, _recorder(name)) == ()


def test_what_is_no_url_is_compared_as_it_is() -> None:
    old, new = recorded("http://[<HOST>/a"), recorded("http://[<HOST>/b")
    assert "path" in changed_parts(old, new, _recorder("vcrpy"))


def test_nock_compares_json_by_value() -> None:
    old, new = recorded(body='{"a": 1, "b": 2}'), recorded(body='{"b":2,"a":1}')
    assert changed_parts(old, new, _recorder("nock")) == ()
    assert changed_parts(old, recorded(body='{"a": 1}'), _recorder("nock")) == ("body",)
    assert changed_parts(recorded(body="a\r\nb"), recorded(body="a\nb"), _recorder("nock")) == ()


_A, _B = recorded("https://a.example/a"), recorded("https://a.example/b")


@pytest.mark.parametrize(
    ("name", "requests", "answers"),
    [
        pytest.param("go-vcr", [_A, _B, _A], (0, 1, 2), id="each is played once, in order"),
        pytest.param("go-vcr", [_A, _A, _A], (0, 2, None), id="and then there is none"),
        pytest.param("php-vcr", [_A, _A, _A], (0, 0, 0), id="php-vcr plays the first again"),
        pytest.param("nock", [_B, _B], (1, None), id="nock"),
    ],
)
def test_play(name: str, requests: list[Interaction], answers: tuple[int | None, ...]) -> None:
    assert play(requests, [_A, _B, _A], _recorder(name)) == answers
