from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Body, Header, Interaction, Request, Response
from cassette_cli.rewriting.keep import Keep
from cassette_cli.rewriting.rewrite import rewrite
from tests.conftest import source

_TEXT = source("""
    requests:
    - {body: a, headers: {A: [b]}, method: POST, uri: '**REDACTED**'}
    - {body: null, headers: {}, method: GET, uri: http://b/}
    responses:
    - body: {string: c}
      headers: {D: e}
      status: {code: 200, message: OK}
    - body: {string: ''}
      headers: {}
      status: {code: 204, message: No Content}
""")


def test_an_interaction_is_an_item_of_either_list() -> None:
    cassette = read_cassette(parse("x.yaml", _TEXT))
    assert cassette.format == "langchain-vcr"
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "**REDACTED**", (Header("A", "b"),), Body("a")),
            Response(200, "OK", (Header("D", "e"),), Body("c")),
        ),
        Interaction(1, Request("GET", "http://b/"), Response(204, "No Content", body=Body(""))),
    )


def test_an_interaction_is_dropped_from_both_lists() -> None:
    after = rewrite(read_cassette(parse("x.yaml", _TEXT)), [Keep(frozenset((1,)))])
    assert after.text == source("""
        requests:
        - {body: null, headers: {}, method: GET, uri: http://b/}
        responses:
        - body: {string: ''}
          headers: {}
          status: {code: 204, message: No Content}
    """)
