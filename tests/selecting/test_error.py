from cassette_cli.selecting.error import error_at


def test_an_error_names_the_position_and_what_stands_there() -> None:
    error = error_at("a b:c", 2, "no such field", "did you mean d?")
    assert error.message == "--where: no such field (position 3, at 'b:c')"
    assert error.hint == "did you mean d?"
