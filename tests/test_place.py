from cassette_cli.place import write_location


def test_a_location_names_the_layers_from_the_outside_in() -> None:
    steps = ("response.body", "gzip", "", "sse[17]", "choices[0].delta.content")
    assert write_location(steps) == "response.body › gzip › sse[17] › choices[0].delta.content"
