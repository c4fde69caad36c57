"""The one look of an error: where, what and, on a line of its own, what to do about it."""

import sys

from cassette_cli.errors import CassetteError


def print_error(error: CassetteError) -> None:
    """Print an error and its hint to stderr; names of files cannot move the cursor in them."""
    from cassette_cli.redaction.masking import mask_text
    from cassette_cli.render.safe_text import safe_line

    sys.stderr.write(f"error: {mask_text(safe_line(str(error)))}\n")
    if error.hint:
        sys.stderr.write(f"hint: {safe_line(error.hint)}\n")
