from dataclasses import replace

import pytest

from cassette_cli.document import Mapping, Node, Scalar, Sequence, parse
from cassette_cli.model import Body, Cassette, Header, Interaction, Request, Response
from cassette_cli.recorders.matching import Unmatched, unmatched
from cassette_cli.recorders.recorder import Compared

_REQUEST = Request(
    "POST", "https://u:p@a.example:81/b?key=1", (Header("X-Key", "1"),), Body("key=1")
)


def _form(value: str) -> Node:
    values = Sequence((Scalar(value, "", 0, 1),), False, 0, 1)  # noqa: FBT003 -- no flow
    return Mapping(((Scalar("key", "", 0, 1), values),), False, 0, 1)  # noqa: FBT003 -- no flow


def _cassette(name: str, request: Request, form: str = "1", version: str = "2") -> Cassette:
    sources = {"request.form": _form(form), "request.content_length": Scalar("5", "", 0, 1)}
    interaction = Interaction(0, request, Response(200), sources=sources)
    return Cassette("a.yaml", name, version, (replace(interaction, index=3),), parse("a.yaml", ""))


_URL = replace(_REQUEST, url="https://u:p@a.example:81/b?key=2")
_USER = replace(_REQUEST, url="https://u:x@a.example:81/b?key=1")
_HEADERS = replace(_REQUEST, headers=(Header("X-Key", "2"),))
_BODY = replace(_REQUEST, body=Body("key=2"))


@pytest.mark.parametrize(
    ("name", "after", "changed"),
    [
        pytest.param("go-vcr", _URL, (Compared.URL,), id="go-vcr compares the URL"),
        pytest.param("go-vcr", _HEADERS, (Compared.HEADERS,), id="go-vcr compares headers"),
        pytest.param("go-vcr", _BODY, (Compared.BODY,), id="go-vcr compares the body"),
        pytest.param("vcrpy", _URL, (Compared.QUERY,), id="vcrpy compares the query"),
        pytest.param("vcrpy", _USER, (), id="vcrpy does not look at the user"),
        pytest.param("vcrpy", _HEADERS, (), id="vcrpy does not look at headers"),
        pytest.param("vcrpy", _BODY, (), id="vcrpy does not look at the body"),
        pytest.param("vcr", _USER, (Compared.URL,), id="VCR compares the URL as a whole"),
        pytest.param("vcr", _BODY, (), id="VCR does not look at the body"),
        pytest.param(
            "php-vcr", _HEADERS, (Compared.HEADERS,), id="php-vcr compares everything"
        ),
        pytest.param("agent-messages", _URL, (), id="an unknown recorder"),
    ],
)  # fmt: skip
def test_unmatched(name: str, after: Request, changed: tuple[Compared, ...]) -> None:
    expected = (Unmatched(3, changed),) if changed else ()
    assert unmatched(_cassette(name, _REQUEST), _cassette(name, after)) == expected
    assert unmatched(_cassette(name, _REQUEST), _cassette(name, _REQUEST)) == ()


def test_go_vcr_compares_the_form_that_it_keeps() -> None:
    before, after = _cassette("go-vcr", _REQUEST), _cassette("go-vcr", _REQUEST, form="2")
    assert unmatched(before, after) == (Unmatched(3, (Compared.FORM,)),)


def test_old_versions_compared_less() -> None:
    before = _cassette("go-vcr", _REQUEST, version="1")
    assert unmatched(before, _cassette("go-vcr", _BODY, version="1")) == ()


def test_what_is_no_url_is_compared_as_it_is() -> None:
    before = replace(_REQUEST, url="http://[<HOST>/a")
    after = replace(_REQUEST, url="http://[<HOST>/b")
    found = unmatched(_cassette("vcrpy", before), _cassette("vcrpy", after))
    assert Compared.QUERY in found[0].changed
