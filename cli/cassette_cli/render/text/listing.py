"""One line for each interaction: what it is, what it cost, how long it took."""

from collections.abc import Sequence
from dataclasses import dataclass

from cassette_cli.counted import counted
from cassette_cli.json_values import Json
from cassette_cli.reading import Reading
from cassette_cli.render.joined_stream import is_joined
from cassette_cli.render.numbers import write_duration
from cassette_cli.render.safe_text import safe_line

COLUMNS = (
    "file",
    "#",
    "method",
    "url",
    "status",
    "dialect",
    "model",
    "streamed",
    "in",
    "out",
    "duration",
)


@dataclass(frozen=True, slots=True)
class Row:
    """An interaction in a list, or, with an index of None, a cassette that holds no HTTP."""

    path: str
    index: int | None
    method: str = ""
    url: str = ""
    status_code: int | None = None
    dialect: str | None = None
    model: str | None = None
    streamed: bool = False
    input_tokens: int | None = None
    output_tokens: int | None = None
    duration_ms: float | None = None
    note: str = ""


def row_of(path: str, reading: Reading) -> Row:
    """The line of one interaction."""
    interaction, conversation = reading.interaction, reading.conversation
    usage = conversation.completion.usage if conversation else None
    return Row(
        path,
        interaction.index,
        interaction.request.method,
        interaction.request.url,
        interaction.response.status_code,
        conversation.dialect if conversation else None,
        (conversation.completion.model or conversation.prompt.model) if conversation else None,
        conversation.streamed if conversation else is_joined(reading),
        usage.input_tokens if usage else None,
        usage.output_tokens if usage else None,
        interaction.duration_ms,
    )


def row_cells(row: Row) -> tuple[str, ...]:
    """The cells of a line, in the order of COLUMNS; what is not known is empty."""
    if row.index is None:
        return (safe_line(row.path), "-", "", safe_line(row.note), *("",) * 7)
    numbers = (row.input_tokens, row.output_tokens)
    return (
        safe_line(row.path),
        str(row.index),
        safe_line(row.method),
        safe_line(row.url),
        "" if row.status_code is None else str(row.status_code),
        row.dialect or "",
        safe_line(row.model or ""),
        ("streamed" if row.dialect else "stream") if row.streamed else "",
        *("" if number is None else str(number) for number in numbers),
        "" if row.duration_ms is None else write_duration(row.duration_ms),
    )


def row_json(row: Row) -> dict[str, Json]:
    """The line as JSON."""
    shown: dict[str, Json] = {
        "path": row.path,
        "index": row.index,
        "method": row.method,
        "url": row.url,
        "status_code": row.status_code,
        "dialect": row.dialect,
        "model": row.model,
        "streamed": row.streamed,
        "input_tokens": row.input_tokens,
        "output_tokens": row.output_tokens,
        "duration_ms": row.duration_ms,
    }
    return shown | ({"not_http": row.note} if row.note else {})


def total_line(rows: Sequence[Row]) -> str:
    """What all lines come to: `2 files, 3 interactions (2 model calls), 500 tokens in, 91 out`."""
    interactions = [row for row in rows if row.index is not None]
    calls = sum(row.dialect is not None for row in interactions)
    tokens_in = sum(row.input_tokens or 0 for row in interactions)
    tokens_out = sum(row.output_tokens or 0 for row in interactions)
    duration = sum(row.duration_ms or 0 for row in interactions)
    return ", ".join(
        (
            counted(len({row.path for row in rows}), "file"),
            f"{counted(len(interactions), 'interaction')} ({counted(calls, 'model call')})",
            f"{tokens_in} tokens in",
            f"{tokens_out} out",
            *((write_duration(duration),) if duration else ()),
        )
    )
