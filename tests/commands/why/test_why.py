import json
from pathlib import Path

import pytest

from cassette_cli.json_values import Json
from tests.conftest import Main, RunCassette, source

_CASSETTE = source(
    """
    version: 1
    interactions:
    - request:
        body: '{"messages": [{"content": "How high is the tide?"}]}'
        headers:
          content-type: [application/json]
        method: POST
        uri: https://a.example/chat
      response:
        body: {string: high}
        headers: {}
        status: {code: 200, message: OK}
    - request:
        body: null
        headers: {}
        method: GET
        uri: https://a.example/models
      response:
        body: {string: '[]'}
        headers: {}
        status: {code: 200, message: OK}
    """
)


def _sent(**changes: Json) -> str:
    request: dict[str, Json] = {
        "method": "POST",
        "url": "https://a.example/chat",
        "headers": [["content-type", "application/json"]],
        "body": {"text": '{"messages": [{"content": "How high is the tide?"}]}'},
    }
    return json.dumps({**request, **changes})


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(_CASSETTE)
    return tmp_path


_MOON: Json = {"text": '{"messages": [{"content": "How high is the moon?"}]}'}


@pytest.mark.parametrize(
    ("request_text", "options", "code", "printed"),
    [
        pytest.param(
            _sent(),
            [],
            0,
            "vcrpy plays #0 of a.yaml for POST https://a.example/chat\n",
            id="it matches",
        ),
        pytest.param(
            _sent(body=_MOON),
            ["--match-on", "method,uri,body"],
            1,
            source(
                """
                vcrpy finds nothing to play for POST https://a.example/chat

                a.yaml #0 POST https://a.example/chat
                  body messages[0].content (message 1 of 1)
                    recorded How high is the tide?
                    sent     How high is the moon?
                  hint: record it again, or cassette edit a.yaml -i 0 --part request.body
                  hint: or leave body out of what vcrpy compares (match_on)

                a.yaml #1 GET https://a.example/models
                  method
                    recorded GET
                    sent     POST
                  and 2 more differences
                """
            ),
            id="a word of the prompt",
        ),
        pytest.param(
            _sent(),
            ["--played", "0", "--match-on", "method,path"],
            1,
            source(
                """
                vcrpy finds nothing to play for POST https://a.example/chat

                a.yaml #0 POST https://a.example/chat, played already
                  hint: it was played already: record it again, or set allow_playback_repeats=True

                a.yaml #1 GET https://a.example/models
                  method
                    recorded GET
                    sent     POST
                  and 1 more difference
                """
            ),
            id="played already",
        ),
        pytest.param(
            'Get "https://a.example/model": requested interaction not found',
            ["--match-on", "method,uri,body"],
            1,
            source(
                """
                vcrpy finds nothing to play for GET https://a.example/model
                note: the message does not say the body of the request: taken to be as recorded

                a.yaml #1 GET https://a.example/models
                  url path
                    recorded /models
                    sent     /model
                  hint: cassette edit a.yaml -i 1 --set request.url=https://a.example/model
                  hint: or leave url out of what vcrpy compares (match_on)

                a.yaml #0 POST https://a.example/chat
                  method
                    recorded POST
                    sent     GET
                  and 1 more difference
                """
            ),
            id="an error message",
        ),
    ],
)
def test_text(
    request_text: str, options: list[str], code: int, printed: str, files: Path, main_here: Main
) -> None:
    (files / "r.json").write_text(request_text)
    assert main_here("why", *options, "a.yaml", "r.json") == (code, printed, "")


def test_json(files: Path, run_cassette: RunCassette) -> None:
    request = _sent(url="https://a.example/chats").encode()
    run = run_cassette("why", "--output-format", "json", "a.yaml", "-", stdin=request)
    found = json.loads(run.stdout)
    assert run.code == 1
    assert found["nearest"][0] == {
        "path": "a.yaml",
        "interaction": 0,
        "played": False,
        "differs": [{"field": "path", "path": None, "recorded": "/chat", "sent": "/chats"}],
        "hint": "cassette edit a.yaml -i 0 --set request.url=https://a.example/chats; "
        "or leave path out of what vcrpy compares (match_on)",
    }
    assert {name: value for name, value in found.items() if name != "nearest"} == {
        "matches": False,
        "recorder": "vcrpy",
        "plays": None,
    }
    assert (files / "a.yaml").read_text() == _CASSETTE


def test_a_cause_that_requests_of_a_run_share_is_told_once(files: Path, main_here: Main) -> None:
    (files / "r.jsonl").write_text(f"{_sent(body=_MOON)}\n{_sent()}\n{_sent(body=_MOON)}\n")
    run = main_here("why", "--match-on", "method,uri,body", "a.yaml", "r.jsonl")
    assert (run.code, run.stderr) == (1, "")
    assert run.stdout.splitlines()[:8] == [
        "3 requests, 1 would match",
        "",
        "2 requests: body messages[0].content",
        "  vcrpy finds nothing to play for POST https://a.example/chat",
        "",
        "  a.yaml #0 POST https://a.example/chat",
        "    body messages[0].content (message 1 of 1)",
        "      recorded How high is the tide?",
    ]


def test_a_run_as_json(files: Path, main_here: Main) -> None:
    (files / "r.jsonl").write_text(f"{_sent(url='https://a.example/x')}\n{_sent()}\n")
    run = main_here("why", "--output-format", "json", "a.yaml", "r.jsonl")
    found = json.loads(run.stdout)
    assert [one["matches"] for one in found["requests"]] == [False, True]
    assert (found["matches"], found["causes"]) == (
        False,
        [{"differs": [{"field": "path", "path": None}], "played": False, "requests": [0]}],
    )


def test_several_cassettes_give_the_best_of_all(files: Path, main_here: Main) -> None:
    (files / "b.yaml").write_text(_CASSETTE.replace("/chat", "/chats"))
    (files / "r.json").write_text(_sent(url="https://a.example/chats"))
    run = main_here("why", "a.yaml", "b.yaml", "r.json")
    assert run[:2] == (0, "vcrpy plays #0 of b.yaml for POST https://a.example/chats\n")


def test_a_wrong_match_is_explained(files: Path, main_here: Main) -> None:
    (files / "r.json").write_text(_sent())
    run = main_here("why", "--expected", "1", "a.yaml", "r.json")
    assert run.code == 1
    assert run.stdout.startswith(
        "vcrpy plays #0 of a.yaml for POST https://a.example/chat\n\na.yaml #1 GET"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["r.json"], "name a CASSETTE before the REQUEST", id="no cassette"),
        pytest.param(["a.yaml", "a.yaml"], "", id="a cassette is no request"),
        pytest.param(["gone.yaml", "r.json"], "gone.yaml", id="no such cassette"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, files: Path, main_here: Main) -> None:
    (files / "r.json").write_text(_sent())
    run = main_here("why", *arguments)
    assert run.code == 2
    assert message in run.stderr
