"""The work of `cassette why`: requests are compared with cassettes, and the answers printed."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import typer

from cassette_cli.commands.shared.for_each_cassette import for_each_cassette
from cassette_cli.commands.shared.outcome import Results
from cassette_cli.commands.shared.selection import Selection
from cassette_cli.errors import CassetteError, ExitCode
from cassette_cli.files import Found, read
from cassette_cli.misses.nearest import Answer, Candidate, answer, candidates
from cassette_cli.misses.read_request import read_requests
from cassette_cli.misses.sent import Sent
from cassette_cli.model import Cassette
from cassette_cli.recorders.matching import Matching, read_match_on
from cassette_cli.recorders.recorder import Compared, Recorder
from cassette_cli.render.json.miss import answer_json, run_json
from cassette_cli.render.safe_text import safe_json
from cassette_cli.render.text.misses import answer_lines, run_lines

# For files that no known recorder wrote.
_ANY = Recorder("a recorder", (), (Compared.METHOD, Compared.URL, Compared.BODY))


@dataclass(frozen=True, slots=True)
class Asking:
    """Compares requests with one cassette: for each request, every interaction."""

    requests: tuple[Sent, ...]
    recorder: str | None
    match_on: tuple[str, ...]
    played: Selection
    any_played: bool

    def __call__(self, cassette: Cassette) -> tuple[tuple[Candidate, ...], ...]:
        recording = cassette.interactions
        played = self.played.of(len(recording), cassette.path) if self.any_played else []
        return tuple(
            candidates(sent, cassette.path, recording, self._recorder(cassette, sent), played)
            for sent in self.requests
        )

    def _recorder(self, cassette: Cassette, sent: Sent) -> Recorder:
        """The recorder of a cassette; what a message says of its matchers counts by default."""
        matching = Matching(self.recorder, self.match_on or _known(sent.match_on))
        return matching.recorder_for(cassette) or _ANY


def explain(
    paths: Sequence[str],
    recorder: str | None,
    match_on: tuple[str, ...],
    played: Selection,
    expected: int | None,
    *,
    as_json: bool,
) -> ExitCode:
    """Print the answer for each request; 0 where all would match, 1 where not, 2 for errors."""
    *cassettes, request = paths
    if not cassettes:
        raise typer.BadParameter("name a CASSETTE before the REQUEST", param_hint="CASSETTE")
    source = read(Found(request, named=True))
    requests = read_requests(source.text, source.path)
    asking = Asking(requests, recorder, match_on, played, any_played=bool(played.ranges))
    results = Results(for_each_cassette(cassettes, asking, 1))
    found = list(results)
    if not found:
        return results.exit_code
    answers = [
        _answer(sent, [one for each in found for one in each[number]], expected)
        for number, sent in enumerate(requests)
    ]
    sys.stdout.write(_written(answers, as_json=as_json))
    matched = all(one.matches and _is_expected(one, expected) for one in answers)
    return results.exit_code or (ExitCode.OK if matched else ExitCode.FINDINGS)


def _answer(sent: Sent, found: Sequence[Candidate], expected: int | None) -> Answer:
    if not found:
        raise CassetteError("there is no interaction in it to compare the request with")
    return answer(sent, found, found[0].recorder.name, expected=expected)


def _is_expected(one: Answer, expected: int | None) -> bool:
    return expected is None or (one.plays is not None and one.plays.interaction.index == expected)


def _written(answers: Sequence[Answer], *, as_json: bool) -> str:
    if as_json:
        only = answer_json(answers[0]) if len(answers) == 1 else run_json(answers)
        return f"{safe_json(only)}\n"
    lines = answer_lines(answers[0]) if len(answers) == 1 else run_lines(answers)
    return "".join(f"{line}\n" for line in lines)


def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    """The matchers of a message; those that a user wrote are not known, and are left out."""
    known = []
    for name in names:
        try:
            read_match_on((name,))
        except CassetteError:
            continue
        known.append(name)
    return tuple(known)
