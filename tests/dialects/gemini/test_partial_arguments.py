import pytest

from cassette_cli.dialects.gemini.partial_arguments import join_arguments
from cassette_cli.json_values import Json


def _piece(path: str, **value: Json) -> dict[str, Json]:
    return {"jsonPath": path, **value}


@pytest.mark.parametrize(
    ("pieces", "arguments"),
    [
        pytest.param(
            [_piece("$.city", stringValue="Ro"), _piece("$.city", stringValue="me")],
            {"city": "Rome"},
            id="a text grows",
        ),
        pytest.param(
            [_piece("$.guest.name", stringValue="Alma"), _piece("$.guest.age", numberValue=9)],
            {"guest": {"name": "Alma", "age": 9}},
            id="members of an object",
        ),
        pytest.param(
            [_piece("$.nights[0]", numberValue=2), _piece("$.nights[1]", numberValue=3)],
            {"nights": [2, 3]},
            id="items of a list",
        ),
        pytest.param(
            [_piece("$.rooms[0].bed", stringValue="big"), _piece("$['a b'].c", boolValue=True)],
            {"rooms": [{"bed": "big"}], "a b": {"c": True}},
            id="objects in a list, and a name in quotes",
        ),
        pytest.param(
            [_piece("$.note", nullValue="NULL_VALUE")], {"note": None}, id="null by its name"
        ),
        pytest.param([_piece("$.a[99999999]", numberValue=1)], {"a": []}, id="no list of millions"),
        pytest.param([{"numberValue": 1}], {}, id="no path"),
        pytest.param(
            [_piece("$.a", numberValue=1), _piece("$.a.b", numberValue=2)],
            {"a": {"b": 2}},
            id="what was said last counts",
        ),
    ],
)
def test_join_arguments(pieces: list[dict[str, Json]], arguments: Json) -> None:
    assert join_arguments(pieces) == arguments
