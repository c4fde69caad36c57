"""No merge conflict was left in the file.

Between its markers, a file holds both versions of some lines. Where they stand in a block of text
the file still parses, and the recorded body holds both.

Fails:

    string: |
      <<<<<<< HEAD
      {"answer": 42}
      =======
      {"answer": 43}
      >>>>>>> theirs

Passes:

    string: |
      {"answer": 43}
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import Location
from cassette_cli.finding import Severity

_BEGIN = "<<<<<<<"
_MARKER = re.compile(r"^[ \t]*((<{7}|>{7})(?= )|={7}(?=\r?$))", re.MULTILINE)


def run(context: Context) -> Iterator[Problem]:
    text = context.document.text
    if _BEGIN not in text:
        return
    begin = middle = None
    for marker in _MARKER.finditer(text):
        # Only all three in their order are a conflict: equal signs may underline a title.
        match marker[1]:
            case "<<<<<<<":
                begin, middle = marker.start(1), None
            case "=======":
                middle = marker.start(1)
            case _ if begin is not None and middle is not None:
                yield _problem(context, begin)
                begin = middle = None


def _problem(context: Context, offset: int) -> Problem:
    location = Location(context.interaction_at(offset), "", offset, offset)
    return Problem("an unresolved merge conflict begins here", location)


CHECK = Check("merge-conflict", Severity.ERROR, "No merge conflict was left behind", run)
