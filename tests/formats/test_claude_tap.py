from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json, write_json
from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured

_FIRST: Json = {
    "timestamp": "2025-10-09",
    "turn": 1,
    "duration_ms": 7,
    "request": {"method": "POST", "path": "/b", "headers": {"C": "d"}, "body": {"e": 1}},
    "response": {"status": 200, "headers": {}, "body": "f"},
    "upstream_base_url": "http://a",
}
_SECOND: Json = {
    "turn": 2,
    "request": {"method": "GET", "path": "/g", "headers": {}, "body": None},
    "response": {"error": "h"},
}


def test_an_interaction_is_a_line() -> None:
    cassette = read_cassette(parse("x.jsonl", f"{write_json(_FIRST)}\n{write_json(_SECOND)}\n"))
    assert cassette.format == "claude-tap"
    assert cassette.interactions == (
        Interaction(
            0,
            Request(
                "POST", "http://a/b", (Header("C", "d"),), Body(Structured({"e": 1}), ("parsed",))
            ),
            Response(200, body=Body("f")),
            recorded_at="2025-10-09",
            duration_ms=7.0,
        ),
        Interaction(1, Request("GET", "/g"), Response(None)),
    )
