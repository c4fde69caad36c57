"""Run checks over a cassette, and turn what they give into findings with lines and columns."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cassette_cli.checks.catalogue import choose
from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context, read_context
from cassette_cli.checks.excerpt import NO_EXCERPT, excerpt_at
from cassette_cli.checks.fingerprint import Fingerprints
from cassette_cli.checks.leaks import secret
from cassette_cli.finding import Finding
from cassette_cli.ignores import Ignores, PerFile, ignored_in, is_ignored, read_ignores
from cassette_cli.model import Cassette
from cassette_cli.place import Place
from cassette_cli.redaction.rule import SecretClass


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Which checks to run: the ids to take (all where none) and to leave out.

    `per_file` leaves out checks and redaction rules in some files; `secret_classes` are those of
    the secrets that a recording must not hold. Fingerprints know a file by its path below `root`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: PerFile = ()
    secret_classes: tuple[SecretClass, ...] = (SecretClass.CREDENTIAL,)
    root: str = ""


class PlacedProblem(NamedTuple):
    """A problem with the check that found it, and the line that it is on."""

    check: Check
    problem: Problem
    line: int


def check_cassette(cassette: Cassette, settings: CheckSettings) -> tuple[Finding, ...]:
    """The findings in a cassette that was read from a document, in the order of the file.

    Raises CassetteError for an id in the settings that no check has.
    """
    context = read_context(cassette, settings.secret_classes)
    checks = choose(settings.select, settings.ignore)
    found = _find(context, checks)
    secret_lines = _secret_lines(context, checks, found) if found else frozenset()
    kept = _without_silenced(context, found, settings)
    fingerprints = Fingerprints(cassette.path, settings.root)
    return tuple(_findings(context, kept, secret_lines, fingerprints))


def find_problems(cassette: Cassette, settings: CheckSettings) -> list[PlacedProblem]:
    """The problems in a cassette, with their fixes, in the order of the file."""
    context = read_context(cassette, settings.secret_classes)
    found = _find(context, choose(settings.select, settings.ignore))
    return _without_silenced(context, found, settings)


def _find(context: Context, checks: Iterable[Check]) -> list[PlacedProblem]:
    line_of = context.document.line_and_column
    return sorted(
        (
            PlacedProblem(check, problem, line_of(problem.location.offset)[0])
            for check in checks
            for problem in check.run(context)
        ),
        key=lambda found: found.problem.location.offset,
    )


def _without_silenced(
    context: Context, found: list[PlacedProblem], settings: CheckSettings
) -> list[PlacedProblem]:
    if not found:
        return []
    silenced = ignored_in(context.cassette.path, settings.per_file)
    ignores = read_ignores(context.document)
    return [one for one in found if not _is_silenced(context, one, silenced, ignores)]


def _is_silenced(
    context: Context, found: PlacedProblem, silenced: tuple[str, ...], ignores: Ignores
) -> bool:
    names = {found.check.id, found.problem.rule} - {""}
    if not names.isdisjoint(silenced):
        return True
    # A comment cannot stand inside of a text: the line where the value begins counts as well.
    first_line, _ = context.document.line_and_column(found.problem.location.start)
    return any(is_ignored(ignores, name, found.line, first_line) for name in names)


def _secret_lines(
    context: Context, checks: Collection[Check], found: list[PlacedProblem]
) -> frozenset[int]:
    """The lines that must not be shown, whether or not their secrets are asked for."""
    if secret.CHECK in checks:
        return frozenset(one.line for one in found if one.problem.rule)
    line_of = context.document.line_and_column
    return frozenset(line_of(problem.location.offset)[0] for problem in secret.run(context))


def _findings(
    context: Context,
    found: list[PlacedProblem],
    secret_lines: frozenset[int],
    fingerprints: Fingerprints,
) -> Iterator[Finding]:
    document, cassette = context.document, context.cassette
    for check, problem, line in found:
        index, name, offset, _ = problem.location
        _, column = document.line_and_column(offset)
        interaction = None if index is None else cassette.interactions[index]
        excerpt = NO_EXCERPT if line in secret_lines else excerpt_at(document.text, offset)
        yield Finding(
            check=check.id,
            severity=problem.severity or check.severity,
            message=problem.message,
            path=cassette.path,
            place=Place(index, name, line, column),
            fingerprint=fingerprints.of(check.id, name, interaction),
            fixable=bool(problem.fix),
            excerpt=excerpt.text,
            caret=excerpt.caret,
        )
