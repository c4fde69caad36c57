"""The work of `cassette diff`: read both sides of each pair, compare, print."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.commands.diff.file_pairs import FilePair
from cassette_cli.commands.diff.side import Side, read_side
from cassette_cli.commands.shared.inputs import Outcome, looks_recorded
from cassette_cli.comparing.file_diff import FileDiff, compare_files
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.document import parse
from cassette_cli.errors import CassetteError, FormatError, ParseError
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette

# Below this much to read, starting processes takes longer than the work.
_MIN_PARALLEL_BYTES = 3_000_000


@dataclass(frozen=True, slots=True)
class Comparing:
    """Compares one pair of files."""

    rules: NoiseRules

    def __call__(self, pair: FilePair) -> Outcome[FileDiff]:
        name = next(side.name for side in (pair.b, pair.a) if side is not None)
        try:
            before = self._read(pair.a, pair)
            after = self._read(pair.b, pair)
        except CassetteError as error:
            error.where = error.where or name
            return Outcome(name, error=error)
        if before is None and after is None:
            return Outcome(name)
        return Outcome(name, compare_files(before, after, self.rules))

    def _read(self, side: Side | None, pair: FilePair) -> Cassette | None:
        """A cassette; None where there is no file, or an unnamed one that is something else."""
        if side is None:
            return None
        source = read_side(side, named=pair.named)
        try:
            return read_cassette(parse(source.path, source.text))
        except FormatError:
            if pair.named:
                raise
        except ParseError:
            if pair.named or looks_recorded(source.text):
                raise
        return None


def compare_pairs(
    pairs: Sequence[FilePair], rules: NoiseRules, jobs: int | None
) -> Iterator[Outcome[FileDiff]]:
    """Compare all pairs, in parallel where that is faster; outcomes in the order of the pairs."""
    sides = [side for pair in pairs for side in (pair.a, pair.b) if side is not None]
    workers = min(jobs or os.cpu_count() or 1, len(pairs))
    if workers > 1 and sum(side.size for side in sides) >= _MIN_PARALLEL_BYTES:
        from cassette_cli.commands.shared.workers import run_parallel

        yield from run_parallel(pairs, Comparing(rules), workers)
    else:
        yield from map(Comparing(rules), pairs)
