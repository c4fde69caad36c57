"""Headers by name."""

from cassette_cli.converting.grouped import grouped
from cassette_cli.model import Header


def test_values_of_a_name_stand_together() -> None:
    headers = (Header("A", "1"), Header("B", "2"), Header("A", "3"))
    assert grouped(headers) == {"A": ["1", "3"], "B": ["2"]}
