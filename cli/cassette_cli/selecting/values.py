"""What a value asks: globs, numbers, durations, statuses."""

import re
from collections.abc import Callable
from typing import TypeAlias

Test: TypeAlias = Callable[[float], bool]

_COMPARED = re.compile(r"(>=|<=|>|<|=|)(\d+(?:\.\d+)?)(ms|s|m|h|)")
_RANGE = re.compile(r"([1-9])xx", re.IGNORECASE)
_MILLISECONDS = {"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000}
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">": lambda value, limit: value > limit,
    "<": lambda value, limit: value < limit,
    ">=": lambda value, limit: value >= limit,
    "<=": lambda value, limit: value <= limit,
    "=": lambda value, limit: value == limit,
}


def glob(pattern: str) -> Callable[[str], bool]:
    """Whether a text is as a glob has it: `*` is any text, `?` any letter; case never counts."""
    signs = {"*": ".*", "?": "."}
    spelled = "".join(signs.get(letter) or re.escape(letter) for letter in pattern)
    compiled = re.compile(spelled, re.DOTALL | re.IGNORECASE)
    return lambda text: compiled.fullmatch(text) is not None


def number(value: str) -> Test:
    """`>1000`, `<=5`, `7`. Raises ValueError for anything else."""
    return _compared(value, units=False)


def duration(value: str) -> Test:
    """`>2s`, `<500ms`, `>=1.5m`: a test of milliseconds; a number without a unit is seconds."""
    return _compared(value, units=True)


def status(value: str) -> Test:
    """`200`, `4xx`, `>=400`."""
    if found := _RANGE.fullmatch(value):
        hundreds = int(found[1])
        return lambda code: code // 100 == hundreds
    return number(value)


def _compared(value: str, *, units: bool) -> Test:
    found = _COMPARED.fullmatch(value)
    if found is None or (found[3] and not units):
        raise ValueError(value)
    limit = float(found[2]) * (_MILLISECONDS[found[3] or "s"] if units else 1)
    compare = _COMPARE[found[1] or "="]
    return lambda asked: compare(asked, limit)
