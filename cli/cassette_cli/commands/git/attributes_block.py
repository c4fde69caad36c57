"""The lines that we own in a file of git attributes: put in, found, and taken out again."""

from collections.abc import Sequence

_BEGIN = "# >>> written by cassette git install >>>"
_END = "# <<< written by cassette git install <<<"


def with_block(text: str, lines: Sequence[str]) -> str:
    """The text with our lines at its end, in place of any that we wrote before."""
    kept = without_block(text)
    gap = "\n" if kept and not kept.endswith("\n") else ""
    return kept + gap + "\n".join((_BEGIN, *lines, _END, ""))


def without_block(text: str) -> str:
    """The text without our lines; all else stays byte for byte."""
    start = text.find(_BEGIN)
    end = text.find(_END, start)
    if start < 0 or end < 0:
        return text
    after = end + len(_END)
    return text[:start] + text[after:].removeprefix("\n")


def block_in(text: str) -> list[str]:
    """The lines between our marks; none where they are not there."""
    start, end = text.find(_BEGIN), text.find(_END)
    return text[start + len(_BEGIN) : end].split("\n")[1:-1] if 0 <= start < end else []
