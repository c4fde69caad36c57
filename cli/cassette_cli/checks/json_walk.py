"""Where a string stands in a JSON value."""

from collections.abc import Iterator

from cassette_cli.json_values import Json

Path = tuple[str | int, ...]


def find_strings(value: Json, text: str) -> Iterator[Path]:
    """The paths of all strings that are this text, in order."""
    stack: list[tuple[Json, Path]] = [(value, ())]
    while stack:
        value, path = stack.pop()
        match value:
            case str() if value == text:
                yield path
            case dict():
                stack.extend((member, (*path, name)) for name, member in reversed(value.items()))
            case list():
                stack.extend(
                    (value[index], (*path, index)) for index in range(len(value) - 1, -1, -1)
                )
