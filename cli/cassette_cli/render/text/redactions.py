"""What was redacted, as lines: one for each secret."""

from collections.abc import Iterable, Iterator

from cassette_cli.redaction.redact import SecretFinding
from cassette_cli.render.safe_text import safe_line


def finding_lines(path: str, findings: Iterable[SecretFinding]) -> Iterator[str]:
    """A line for each secret: `path:line:column: rule masked (#interaction location)`.

    Outside of all interactions, `file` stands for their number.
    """
    for finding in findings:
        place = finding.place
        where = "file" if place.interaction is None else f"#{place.interaction}"
        left = "" if finding.redacted else ": cannot be taken out"
        yield (
            f"{safe_line(path)}:{place.line}:{place.column}: {finding.rule} "
            f"{safe_line(finding.masked)} ({where} {safe_line(place.location)}){left}"
        )
