from cassette_cli.comparing.numbering import Numbering


def test_ids_are_numbered_in_the_order_of_their_first_use() -> None:
    numbering = Numbering(frozenset(("call_b", "call_a", "x")))
    assert numbering.rename(["call_b", {"id": "x"}, "see call_a, then call_b", 1]) == [
        "id1",
        {"id": "id2"},
        "see id3, then id1",
        1,
    ]


def test_what_is_no_id_stays() -> None:
    assert Numbering(frozenset(("call_a",))).rename_text("call_about it") == "call_about it"
