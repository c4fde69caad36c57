"""What a recorder would have to take out, to record cassettes that need no redaction."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from cassette_cli.model import Cassette
from cassette_cli.reading import read_interactions
from cassette_cli.recorders.recorder import Sensitive
from cassette_cli.redaction.parameters import form_parameters, query_parameters
from cassette_cli.redaction.placeholders import is_placeholder
from cassette_cli.redaction.rule import Rule
from cassette_cli.redaction.rule_set import (
    RuleSet,
    rules_for_field,
    rules_for_header,
    rules_for_parameter,
)
from cassette_cli.redaction.secrets import BODY_PATH
from cassette_cli.text import Span
from cassette_cli.texts.find import find
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Hit, Search

VARIABLE_PREFIX = "env:"
_MEMBER = re.compile(r"[^\W\d][\w-]*")


class Named(NamedTuple):
    """A secret that goes by the name of the field which it stands in."""

    kind: Kind
    name: str


def sensitive_in(cassette: Cassette, rule_set: RuleSet, search: Search) -> Sensitive:
    """What is secret in a cassette, also where a placeholder stands for it already."""
    labels: dict[object, None] = {}
    looking = Search(
        find=partial(_find, rule_set, search),
        names=search.names,
        together=search.together,
        paths=search.paths,
        whole=lambda text: Hit(Span(0, len(text)), None, BODY_PATH),
    )
    for found in chain.from_iterable(find(cassette.document, read_interactions(cassette), looking)):
        labels[_label(found.label, found.location)] = None
    return _sensitive(labels, rule_set.placeholder)


def together(sensitives: Iterable[Sensitive], placeholder: str) -> Sensitive:
    """What several cassettes hold, in order and each once; headers differ in more than case."""
    parts = list(sensitives)
    return Sensitive(
        placeholder,
        headers=tuple(sorted({name.lower() for part in parts for name in part.headers})),
        parameters=_sorted(name for part in parts for name in part.parameters),
        members=_sorted(name for part in parts for name in part.members),
        patterns=_sorted(source for part in parts for source in part.patterns),
        variables=_sorted(name for part in parts for name in part.variables),
    )


def _find(rule_set: RuleSet, search: Search, kind: Kind, name: str, text: str) -> list[Hit]:
    """Hits that change nothing, labelled with the name or the rule by which they are found."""
    named = dict(_named(rule_set, kind, name, text))
    hits = [
        Hit(hit.span, None, _name_at(hit.span, named) or hit.label)
        for hit in search.find(kind, name, text)
    ]
    hit_names = {hit.label for hit in hits}
    redacted = (
        Hit(span, None, label)
        for span, label in named.items()
        if label not in hit_names and is_placeholder(text[slice(*span)], rule_set.placeholder)
    )
    return [*hits, *redacted]


def _named(rule_set: RuleSet, kind: Kind, name: str, text: str) -> Iterator[tuple[Span, Named]]:
    """The parts of a text that a rule takes for secret by their name."""
    whole = Span(0, len(text))
    match kind:
        case Kind.HEADER if rules_for_header(rule_set, name):
            yield whole, Named(kind, name)
        case Kind.FIELD if rules_for_field(rule_set, name):
            yield whole, Named(kind, name)
        case Kind.PARAMETER if rules_for_parameter(rule_set, name):
            yield whole, Named(kind, name)
        case Kind.URL | Kind.FORM:
            read = query_parameters if kind is Kind.URL else form_parameters
            for parameter in read(text):
                if rules_for_parameter(rule_set, parameter.name):
                    yield parameter.span, Named(Kind.PARAMETER, parameter.name)


def _name_at(span: Span, named: dict[Span, Named]) -> Named | None:
    return next(
        (name for (start, end), name in named.items() if start <= span.start and span.end <= end),
        None,
    )


def _label(label: object, location: str) -> object:
    if label is BODY_PATH:
        names = _MEMBER.findall(location)
        return Named(Kind.FIELD, names[-1])
    return label


def _sensitive(labels: Iterable[object], placeholder: str) -> Sensitive:
    names = [label for label in labels if isinstance(label, Named)]
    rules = [label for label in labels if isinstance(label, Rule)]
    return Sensitive(
        placeholder,
        headers=tuple(name for kind, name in names if kind is Kind.HEADER),
        parameters=tuple(name for kind, name in names if kind is Kind.PARAMETER),
        members=tuple(name for kind, name in names if kind is Kind.FIELD),
        patterns=tuple(
            rule.pattern.pattern
            for rule in rules
            if rule.pattern and not rule.id.startswith(VARIABLE_PREFIX)
        ),
        variables=tuple(
            rule.id.removeprefix(VARIABLE_PREFIX)
            for rule in rules
            if rule.id.startswith(VARIABLE_PREFIX)
        ),
    )


def _sorted(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(items)))
