from dataclasses import replace

from cassette_cli.texts.search import Search


def test_a_search_made_of_another_remembers_nothing_of_it() -> None:
    search = Search(lambda *_: ())
    search.clean.add("a")
    assert replace(search, together=False).clean == set()


def test_what_is_remembered_is_no_part_of_it() -> None:
    search = Search(lambda *_: (), names=bool, elsewhere=bool)
    other = replace(search)
    other.clean.add("a")
    assert search == other
