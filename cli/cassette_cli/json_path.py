"""Paths into JSON values, and the one way in which every command writes them."""

import json
import re
from collections.abc import Iterable
from typing import TypeAlias

# Names of members and positions in lists, from the outside in.
JsonPath: TypeAlias = tuple[str | int, ...]

_PLAIN_NAME = re.compile(r"[\w-]+")


def write_path(path: Iterable[str | int]) -> str:
    """A path as people write it: `choices[0].message["a b"].x-api-key`; "" for the whole value.

    A name that is not made of letters, digits, `_` and `-` stands in brackets as a JSON string.
    """
    return "".join(map(_write_step, path)).removeprefix(".")


def _write_step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _PLAIN_NAME.fullmatch(step):
        return f".{step}"
    return f"[{json.dumps(step, ensure_ascii=False)}]"
