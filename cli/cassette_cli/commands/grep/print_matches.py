"""Print what `cassette grep` found: lines, names of files, counts, or JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from cassette_cli.commands.shared.options import Color
from cassette_cli.commands.shared.output_format import TextOrJsonLines
from cassette_cli.commands.shared.pager import stdout_or_pager
from cassette_cli.json_values import Json
from cassette_cli.render.safe_text import safe_json, safe_line
from cassette_cli.render.text.matches import match_line
from cassette_cli.searching.matches import Match, match_json


class FileMatches(NamedTuple):
    """What was found in one file."""

    path: str
    matches: tuple[Match, ...]


class Wanted(Enum):
    """What is to be told of each file."""

    LINES = auto()
    FILES = auto()
    COUNTS = auto()


@dataclass(frozen=True, slots=True)
class Printing:
    """What to print, and how."""

    wanted: Wanted
    output_format: TextOrJsonLines
    color: Color


def print_matches(files: Iterable[FileMatches], printing: Printing) -> bool:
    """Print the files that match, each as soon as it comes; whether there was any."""
    matching = (file for file in files if file.matches)
    found = False
    with stdout_or_pager(pager=False) as out:
        if printing.output_format is TextOrJsonLines.JSON:
            told = [_file_json(file, printing.wanted) for file in matching]
            out.write(f"{safe_json({'files': told})}\n")
            return bool(told)
        for file in matching:
            found = True
            out.writelines(f"{line}\n" for line in _lines(file, printing))
    return found


def _lines(file: FileMatches, printing: Printing) -> Iterator[str]:
    as_json = printing.output_format is TextOrJsonLines.JSONL
    match printing.wanted:
        case Wanted.LINES if as_json:
            yield from (safe_json({"path": file.path, **match_json(one)}) for one in file.matches)
        case Wanted.LINES:
            yield from (match_line(file.path, one) for one in file.matches)
        case _ if as_json:
            yield safe_json(_file_json(file, printing.wanted))
        case Wanted.FILES:
            yield safe_line(file.path)
        case Wanted.COUNTS:
            yield f"{safe_line(file.path)}:{len(file.matches)}"


def _file_json(file: FileMatches, wanted: Wanted) -> Json:
    match wanted:
        case Wanted.LINES:
            return {"path": file.path, "matches": [match_json(match) for match in file.matches]}
        case Wanted.FILES:
            return {"path": file.path}
        case Wanted.COUNTS:
            return {"path": file.path, "count": len(file.matches)}
