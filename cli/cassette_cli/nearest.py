"""The known names that are nearest to an unknown one."""

from collections.abc import Iterable

_MOST = 3


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """A question such as `did you mean 'show'?`; `otherwise` where no known name is near."""
    from difflib import get_close_matches  # noqa: PLC0415 -- on use: only mistakes need it

    close = get_close_matches(name, list(known), _MOST)
    return f"did you mean {' or '.join(map(repr, close))}?" if close else otherwise
