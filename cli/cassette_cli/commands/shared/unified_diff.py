"""A unified diff, as `git diff` and `patch` read it."""

from collections.abc import Iterator


def unified_diff(path: str, before: str, after: str) -> str:
    """The lines that differ between two versions of a file, with three lines around them."""
    return "".join(_lines(path, before, after))


def _lines(path: str, before: str, after: str) -> Iterator[str]:
    import difflib

    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
