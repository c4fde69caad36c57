"""What `validate` has to tell: the files that were checked, and what was found in them."""

from collections import Counter
from dataclasses import dataclass

from cassette_cli.errors import CassetteError
from cassette_cli.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """The files in the order given, the findings in the order of files, and unreadable files."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    errors: tuple[CassetteError, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """The severity of the worst finding."""
        return max((finding.severity for finding in self.findings), default=None)


def summary(report: Report) -> str:
    """A line that counts: `1 error, 2 warnings and 5 notes in 12 files; 1 fixable with --fix`."""
    counts = Counter(finding.severity for finding in report.findings)
    words = [
        _count(counts[severity], noun)
        for severity, noun in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "note"),
        )
        if counts[severity]
    ]
    found = " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else "all well"
    fixable = sum(finding.fixable for finding in report.findings)
    offer = f"; {fixable} fixable with --fix" if fixable else ""
    return f"{found} in {_count(len(report.files), 'file')}{offer}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
