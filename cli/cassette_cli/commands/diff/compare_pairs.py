"""Read both versions of each pair of files, and compare them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cassette_cli.commands.diff.file_pairs import FilePair
from cassette_cli.commands.diff.file_version import FileVersion, read_version
from cassette_cli.commands.shared.outcome import Outcome
from cassette_cli.commands.shared.parallel import do_all
from cassette_cli.commands.shared.selection import ALL, Selection
from cassette_cli.comparing.file_diff import FileDiff, compare_files, only_at
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.document import parse
from cassette_cli.errors import CassetteError, FormatError, ParseError
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.formats.resemblance import text_resembles_recording
from cassette_cli.model import Cassette


@dataclass(frozen=True, slots=True)
class Comparing:
    """Compares one pair of files."""

    rules: NoiseRules
    selection: Selection = ALL

    def __call__(self, pair: FilePair) -> Outcome[FileDiff]:
        name = next(version.name for version in (pair.b, pair.a) if version is not None)
        try:
            before = self._read(pair.a, pair)
            after = self._read(pair.b, pair)
        except CassetteError as error:
            error.where = error.where or name
            return Outcome(name, error=error)
        if before is None and after is None:
            return Outcome(name)
        diff = compare_files(before, after, self.rules)
        if self.selection.asked:
            diff = only_at(diff, self._positions(before), self._positions(after))
        return Outcome(name, diff)

    def _positions(self, cassette: Cassette | None) -> list[int]:
        return [] if cassette is None else self.selection.among(cassette)

    def _read(self, version: FileVersion | None, pair: FilePair) -> Cassette | None:
        """A cassette; None where there is no file, or an unnamed one that is something else."""
        if version is None:
            return None
        source = read_version(version, named=pair.named)
        try:
            return read_cassette(parse(source.path, source.text))
        except FormatError:
            if pair.named:
                raise
        except ParseError:
            if pair.named or text_resembles_recording(source.text):
                raise
        return None


def compare_pairs(
    pairs: Sequence[FilePair], rules: NoiseRules, jobs: int | None, selection: Selection = ALL
) -> Iterator[Outcome[FileDiff]]:
    """Compare all pairs, in parallel where that is faster; outcomes in the order of the pairs."""
    return do_all(pairs, Comparing(rules, selection), _size, jobs)


def _size(pair: FilePair) -> int:
    return sum(version.size for version in (pair.a, pair.b) if version is not None)
