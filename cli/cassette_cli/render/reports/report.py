"""What `validate` has to tell: the files that were checked, and what was found in them."""

from collections import Counter
from dataclasses import dataclass

from cassette_cli.counted import counted
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
    """A line that counts: `1 error and 5 notes in 12 files; 1 fixable with --fix`."""
    counts = Counter(finding.severity for finding in report.findings)
    words = [
        counted(counts[severity], noun)
        for severity, noun in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "note"),
        )
        if counts[severity]
    ]
    nothing = "no findings" if report.errors else "all well"
    found = " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else nothing
    fixable = sum(finding.fixable for finding in report.findings)
    offer = f"; {fixable} fixable with --fix" if fixable else ""
    unread = f"; {counted(len(report.errors), 'file')} could not be read" if report.errors else ""
    return f"{found} in {counted(len(report.files), 'file')}{unread}{offer}"
