from collections.abc import Callable

from cassette_cli.model import Cassette
from cassette_cli.place import Place
from cassette_cli.reading import read_interactions
from cassette_cli.searching.line import Line
from cassette_cli.searching.matches import Match, match_json, matches_in
from cassette_cli.searching.part_of_call import PartOfCall
from cassette_cli.searching.pattern import Pattern, search_for
from cassette_cli.text import Span


def test_all_matches_of_a_line_are_one(read_sample: Callable[[str], Cassette]) -> None:
    cassette = read_sample("betamax/openai-chat-plain.json")
    search = search_for(Pattern("[Bj]o[nu]"))
    (match,) = matches_in(cassette.document, read_interactions(cassette), search, None)
    location = "response.body › choices[0].message.content"
    assert match == Match(
        PartOfCall.ANSWER,
        Place(0, location, 1, 599),
        Line("Bonjour !", (Span(0, 3), Span(3, 6))),
    )
    assert match_json(match) == {
        "interaction": 0,
        "in": "answer",
        "location": location,
        "line": 1,
        "column": 599,
        "text": "Bonjour !",
    }


def test_other_parts_are_left_out(read_sample: Callable[[str], Cassette]) -> None:
    cassette = read_sample("betamax/openai-chat-plain.json")
    search, readings = search_for(Pattern("Bonjour")), read_interactions(cassette)
    prompt = frozenset((PartOfCall.PROMPT,))
    assert matches_in(cassette.document, readings, search, None, prompt) == ()
