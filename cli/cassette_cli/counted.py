"""A count in words, for messages: `1 file`, `2 files`."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number and what it counts; the plural has an `s` unless it is given."""
    return f"{count} {noun if count == 1 else plural or f'{noun}s'}"
