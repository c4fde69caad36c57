"""Take secrets out of a cassette: find them under all layers, and plan the edits."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256

from cassette_cli.document import Comment, Document, Node, Scalar, apply
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.ignores import is_ignored, read_ignores
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.place import Place
from cassette_cli.reading import read_interactions
from cassette_cli.recorders.lost import NO_LOSSES, Losses, Unmatched
from cassette_cli.recorders.matching import BY_DEFAULT, Matching
from cassette_cli.redaction.rule import Rule
from cassette_cli.redaction.secrets import mask, without_rules
from cassette_cli.redaction.sweep import Stray, sweep
from cassette_cli.texts.edits import replace_found
from cassette_cli.texts.find import Found, find
from cassette_cli.texts.search import Search, SearchAt

# Where the first name of a location ends.
_PATH_BREAK = re.compile(r"[.\[ ]")


@dataclass(frozen=True, slots=True)
class SecretFinding:
    """A secret that was found, without the secret: `masked` shows how it begins.

    It is `redacted` unless it stands where nothing can be taken out. `digest` tells equal secrets
    from others; it is for counting, and never printed.
    """

    rule: str
    secret_class: str
    place: Place
    masked: str
    redacted: bool = True
    digest: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was found, and the text of the file without it; the same text where nothing was.

    `losses` says which interactions their recorder would no longer find for the requests of the
    tests, unless these are redacted alike.
    """

    findings: tuple[SecretFinding, ...]
    text: str
    losses: Losses = NO_LOSSES

    @property
    def unmatched(self) -> tuple[Unmatched, ...]:
        return self.losses.unmatched


def redact(
    cassette: Cassette,
    search: Search,
    matching: Matching = BY_DEFAULT,
    positions: Collection[int] | None = None,
) -> Redaction:
    """Redact a cassette, or its interactions at these positions.

    Raises EditError where an edit cannot be made, or cannot be proven.
    """
    document = cassette.document
    readings = read_interactions(cassette)
    if positions is not None:
        readings = tuple(readings[position] for position in sorted(positions))
    found = find(document, readings, search, _search_at(document, search))
    findings = [
        finding
        for reading, of_one in zip(readings, found, strict=True)
        for finding in _findings(document, reading.index, of_one)
    ]
    everything = [one for of_one in found for one in of_one]
    intents = replace_found(everything)
    redacted = apply(document, intents) if intents else document
    strays, redacted = sweep(document, readings, redacted, search, partial(_searching, search))
    findings += _stray_findings(document, strays)
    in_requests = redacted is not document and (strays or any(map(_is_in_request, everything)))
    lost = matching.losses(cassette, read_cassette(redacted)) if in_requests else NO_LOSSES
    return Redaction(tuple(findings), redacted.text, lost)


def finding_json(finding: SecretFinding, value: int) -> Json:
    """A finding as the contract spells it; `value` is the number of the distinct secret."""
    return {
        "rule": finding.rule,
        "class": finding.secret_class,
        "interaction": finding.place.interaction,
        "location": finding.place.location,
        "line": finding.place.line,
        "column": finding.place.column,
        "masked": finding.masked,
        "value": value,
        **({} if finding.redacted else {"redacted": False}),
    }


def _searching(search: Search, document: Document) -> SearchAt:
    return _search_at(document, search) or (lambda _: search)


def _search_at(document: Document, search: Search) -> SearchAt | None:
    """What to look for in a scalar, if comments silence rules anywhere."""
    ignores = read_ignores(document)
    if not ignores:
        return None

    def search_at(node: Node | Comment) -> Search:
        # Comments cannot stand inside of a scalar, only where it begins or ends.
        ends = (
            (node.start, max(node.start, node.end - 1))
            if isinstance(node, Scalar | Comment)
            else ()
        )
        lines = {document.line_and_column(offset)[0] for offset in ends}
        if lines.isdisjoint(ignores):
            return search
        return without_rules(search, lambda rule: is_ignored(ignores, rule.id, *lines))

    return search_at


def _findings(
    document: Document, interaction: int, found: Iterable[Found]
) -> Iterable[SecretFinding]:
    for one in sorted(found, key=lambda one: one.offset):
        if isinstance(one.label, Rule):
            line, column = document.line_and_column(one.offset)
            place = Place(interaction, one.location, line, column)
            rule = one.label
            masked, digest = mask(one.text), _digest(one.text)
            yield SecretFinding(rule.id, rule.secret_class.value, place, masked, digest=digest)


def _stray_findings(document: Document, strays: Iterable[Stray]) -> Iterable[SecretFinding]:
    for stray in sorted(strays, key=lambda stray: stray.offset):
        if isinstance(rule := stray.label, Rule):
            line, column = document.line_and_column(stray.offset)
            place = Place(stray.interaction, stray.location, line, column)
            masked, digest = mask(stray.text), _digest(stray.text)
            yield SecretFinding(
                rule.id, rule.secret_class.value, place, masked, stray.redacted, digest
            )


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _is_in_request(found: Found) -> bool:
    first = _PATH_BREAK.split(found.location, maxsplit=1)[0]
    return first == "request" and found.hit.replacement is not None
