"""What was redacted, as lines: one for each secret, and what recorders will miss."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from cassette_cli.recorders.matching import Unmatched
from cassette_cli.redaction.redact import SecretFinding
from cassette_cli.render.numbers import write_positions
from cassette_cli.render.safe_text import safe_line


def finding_lines(path: str, findings: Iterable[SecretFinding]) -> Iterator[str]:
    """A line for each secret: `path:line:column: rule masked (#interaction location)`."""
    for finding in findings:
        place = finding.place
        yield (
            f"{safe_line(path)}:{place.line}:{place.column}: {finding.rule} "
            f"{safe_line(finding.masked)} (#{place.interaction} {safe_line(place.location)})"
        )


def unmatched_line(path: str, recorder: str, unmatched: Iterable[Unmatched], verb: str) -> str:
    """Which interactions a recorder misses, by what it compares of them."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for one in unmatched:
        groups[", ".join(one.changed)].append(one.interaction)
    told = "; ".join(
        f"{write_positions(positions)} ({parts})" for parts, positions in groups.items()
    )
    return f"{safe_line(path)}: {recorder} {verb} no longer match {told}"
