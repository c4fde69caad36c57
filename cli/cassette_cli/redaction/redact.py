"""Take secrets out of a cassette: find them under all layers, and plan the edits."""

from collections.abc import Iterable
from dataclasses import dataclass

from cassette_cli.document import Document, Intent, Node, Scalar, apply
from cassette_cli.exchange import decode_exchange
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.ignores import is_ignored, read_ignores
from cassette_cli.json_values import Json
from cassette_cli.model import Cassette
from cassette_cli.passages.interaction import revise_interaction
from cassette_cli.passages.passage import Found, Search, SearchAt
from cassette_cli.place import Place
from cassette_cli.recorders.matching import Unmatched, unmatched
from cassette_cli.redaction.rule import Rule
from cassette_cli.redaction.secrets import mask, without_rules


@dataclass(frozen=True, slots=True)
class SecretFinding:
    """A secret that was found, without the secret: `masked` shows how it begins."""

    rule: str
    secret_class: str
    place: Place
    masked: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was found, and the text of the file without it; the same text where nothing was.

    `unmatched` are the interactions that their recorder would no longer find for the requests of
    the tests, unless these are redacted alike.
    """

    findings: tuple[SecretFinding, ...]
    text: str
    unmatched: tuple[Unmatched, ...] = ()


def redact(cassette: Cassette, search: Search) -> Redaction:
    """Redact a cassette. Raises EditError where an edit cannot be made, or cannot be proven."""
    document = cassette.document
    search_at = _search_at(document, search)
    intents: list[Intent] = []
    findings: list[SecretFinding] = []
    request_changed = False
    for interaction in cassette.interactions:
        revision = revise_interaction(document, decode_exchange(interaction), search, search_at)
        intents += revision.intents
        found = sorted(revision.found, key=lambda find: find.offset)
        findings += _findings(document, interaction.index, found)
        request_changed = request_changed or revision.request_changed
    redacted = apply(document, intents) if intents else document
    lost = unmatched(cassette, read_cassette(redacted)) if request_changed else ()
    return Redaction(tuple(findings), redacted.text, lost)


def finding_json(finding: SecretFinding) -> Json:
    """A finding as the contract spells it."""
    return {
        "rule": finding.rule,
        "class": finding.secret_class,
        "interaction": finding.place.interaction,
        "location": finding.place.location,
        "line": finding.place.line,
        "column": finding.place.column,
        "masked": finding.masked,
    }


def _search_at(document: Document, search: Search) -> SearchAt | None:
    """What to look for in a scalar, if comments silence rules anywhere."""
    ignores = read_ignores(document)
    if not ignores:
        return None

    def search_at(node: Node) -> Search:
        # Comments cannot stand inside of a scalar, only where it begins or ends.
        ends = (node.start, max(node.start, node.end - 1)) if isinstance(node, Scalar) else ()
        lines = {document.line_and_column(offset)[0] for offset in ends}
        if lines.isdisjoint(ignores):
            return search
        return without_rules(search, lambda rule: is_ignored(ignores, rule.id, *lines))

    return search_at


def _findings(
    document: Document, interaction: int, found: Iterable[Found]
) -> Iterable[SecretFinding]:
    for find in found:
        if isinstance(find.label, Rule):
            line, column = document.line_and_column(find.offset)
            place = Place(interaction, find.location, line, column)
            rule = find.label
            yield SecretFinding(rule.id, rule.secret_class.value, place, mask(find.text))
