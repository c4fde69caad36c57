"""A body as a recorder stores it: put another content in its place."""

from cassette_cli.document import Intent, Node, Scalar, Sequence, SetBytes, SetValue, bytes_of
from cassette_cli.errors import EditError
from cassette_cli.formats.chunks import write_chunks
from cassette_cli.formats.lines import line_intents
from cassette_cli.formats.transfer_chunks import write_chunk
from cassette_cli.layers.codings import encode_deflate
from cassette_cli.model import Body


def store(body: Body, stored: str | bytes) -> tuple[Intent, ...]:
    """Put another content in the place of a stored body, in the way that this one is stored.

    Raises EditError where that cannot be done.
    """
    match body.source, stored, body.storage:
        case Scalar() as scalar, str(text), _:
            return (SetValue(scalar, text),)
        case Scalar() as scalar, bytes(data), ():
            return (SetValue(scalar, data.decode("utf-8", "surrogateescape")),)
        case Scalar() as scalar, bytes(data), ("chunked",):
            return (SetValue(scalar, write_chunk(data).decode("utf-8", "surrogateescape")),)
        case Scalar() as scalar, bytes(data), ("base64",):
            return (SetBytes(scalar, data),)
        case Scalar() as scalar, bytes(data), ("base64", "zlib"):
            return (SetBytes(scalar, encode_deflate(data, bytes_of(scalar))),)
        case Scalar() as scalar, bytes(data), ("hex",):
            return (SetValue(scalar, data.hex()),)
        case Sequence(items), bytes(data), ("hex",):
            return tuple(_hex_chunks(items, data))
        case Scalar() as scalar, bytes(data), (("base64-chunks" | "hex-chunks") as chunks,):
            return (SetValue(scalar, write_chunks(data, chunks.removesuffix("-chunks"))),)
        case Sequence() as lines, (str() | bytes()) as content, ("lines",):
            return tuple(line_intents(lines, content))
    raise EditError(f"a body stored as {' in '.join(body.storage)} cannot be written back")


def _hex_chunks(items: tuple[Node, ...], data: bytes) -> list[Intent]:
    """A body in several chunks of hex: all but the last keep their length."""
    intents: list[Intent] = []
    rest = data.hex()
    chunks = [item for item in items if isinstance(item, Scalar)]
    for number, chunk in enumerate(chunks):
        length = len(rest) if number == len(chunks) - 1 else len(chunk.value)
        new, rest = rest[:length], rest[length:]
        if new != chunk.value.lower():
            intents.append(SetValue(chunk, new))
    return intents
