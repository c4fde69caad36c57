import pytest

from cassette_cli.document import parse
from cassette_cli.model import (
    Body,
    Cassette,
    Header,
    Interaction,
    Request,
    Response,
    header_value,
    header_values,
)

_HEADERS = (Header("Set-Cookie", "a=1"), Header("accept", "*/*"), Header("set-cookie", "b=2"))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        pytest.param("Set-Cookie", ("a=1", "b=2"), id="all values in order"),
        pytest.param("ACCEPT", ("*/*",), id="whatever the case of the name"),
        pytest.param("Host", (), id="none"),
    ],
)
def test_header_values(name: str, values: tuple[str, ...]) -> None:
    assert header_values(_HEADERS, name) == values
    assert header_value(_HEADERS, name) == (values[0] if values else None)


def test_equal_recordings_are_equal_wherever_they_stand() -> None:
    cassettes = []
    for text in ("a: 1", "# a comment\na: 1"):
        document = parse("x.yaml", text)
        node = document.root
        assert node is not None
        header = Header("Accept", "*/*", source=node, name_source=node)
        request = Request("GET", "https://example.org/", (header,), Body("a", source=node))
        interaction = Interaction(0, request, Response(200), sources={"interaction": node})
        cassettes.append(Cassette("x.yaml", "vcrpy", "1", (interaction,), document))
    assert cassettes[0].document != cassettes[1].document
    assert cassettes[0] == cassettes[1]
