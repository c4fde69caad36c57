"""What is wrong with an expression, and where in it."""

from cassette_cli.errors import CassetteError


def error_at(expression: str, position: int, message: str, hint: str = "") -> CassetteError:
    """An error that names the position, here from 0, and what stands there."""
    rest = expression[position:]
    place = f"at {rest!r}" if rest else "at the end"
    return CassetteError(f"--where: {message} (position {position + 1}, {place})", hint=hint)
