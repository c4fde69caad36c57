"""What was redacted, as lines: one for each secret."""

from collections.abc import Iterable, Iterator

from cassette_cli.redaction.redact import SecretFinding
from cassette_cli.render.safe_text import safe_line


def finding_lines(path: str, findings: Iterable[SecretFinding]) -> Iterator[str]:
    """A line for each secret: `path:line:column: rule masked (#interaction location)`."""
    for finding in findings:
        place = finding.place
        yield (
            f"{safe_line(path)}:{place.line}:{place.column}: {finding.rule} "
            f"{safe_line(finding.masked)} (#{place.interaction} {safe_line(place.location)})"
        )
