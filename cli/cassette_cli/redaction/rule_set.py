"""The rules in force, with the tables that find the right rule quickly."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation

from cassette_cli.errors import CassetteError
from cassette_cli.nearest import did_you_mean
from cassette_cli.redaction.placeholders import DEFAULT_PLACEHOLDER
from cassette_cli.redaction.rule import Rule, SecretClass

Table: TypeAlias = dict[str, tuple[Rule, ...]]
FindKeywords: TypeAlias = Callable[[str], Iterable[tuple[int, str]]]

_WORD_BREAK = re.compile(r"[\s_.\-\[\]]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LONGEST_NAME = 128


@dataclass(frozen=True, slots=True, eq=False)
class RuleSet:
    """Rules with the tables made of them by `compile_rules`; compared by identity.

    `by_keyword` holds the rules whose pattern is tried where a keyword stands, or anywhere in its
    text; `without_keywords` those that are tried in every text. `find_keywords(text)` finds all
    keywords in a text in lower case at once (Aho and Corasick), each with the offset of its first
    letter.
    """

    rules: tuple[Rule, ...]
    placeholder: str
    by_keyword: Table
    without_keywords: tuple[Rule, ...]
    by_header: Table
    by_query: Table
    by_field: Table
    by_shape_of_name: tuple[Rule, ...]
    find_keywords: FindKeywords


def compile_rules(
    rules: Iterable[Rule],
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    classes: Collection[SecretClass] = (SecretClass.CREDENTIAL,),
    placeholder: str = DEFAULT_PLACEHOLDER,
) -> RuleSet:
    """Choose rules and make their tables.

    `select` names the only rules to take, of whatever class; without it, all rules of the `classes`
    are taken. `placeholder` is what will stand in place of the secrets. Raises CassetteError for an
    unknown rule.
    """
    everything = tuple(rules)
    _check_known({*select, *ignore}, {rule.id for rule in everything})
    chosen = tuple(
        rule
        for rule in everything
        if rule.id not in ignore and (rule.id in select if select else rule.secret_class in classes)
    )
    patterned = [rule for rule in chosen if rule.pattern]
    by_keyword = _table(patterned, lambda rule: rule.keywords)
    return RuleSet(
        rules=chosen,
        placeholder=placeholder,
        by_keyword=by_keyword,
        without_keywords=tuple(rule for rule in patterned if not rule.keywords),
        by_header=_table(chosen, lambda rule: rule.headers),
        by_query=_table(chosen, lambda rule: rule.query),
        by_field=_table(chosen, _member_names),
        by_shape_of_name=tuple(rule for rule in chosen if rule.names),
        find_keywords=_finder(by_keyword),
    )


@lru_cache(maxsize=4096)
def rules_for_header(rule_set: RuleSet, name: str) -> tuple[Rule, ...]:
    """Give the rules that hold the value of an HTTP field of this name for a secret."""
    return _named(rule_set, rule_set.by_header.get(name.lower(), ()), name)


@lru_cache(maxsize=4096)
def rules_for_parameter(rule_set: RuleSet, name: str) -> tuple[Rule, ...]:
    """Give the same for a query or form parameter."""
    return _named(rule_set, rule_set.by_query.get(name.lower(), ()), name)


@lru_cache(maxsize=16384)
def rules_for_field(rule_set: RuleSet, name: str) -> tuple[Rule, ...]:
    """Give the same for a member of a JSON object."""
    return _named(rule_set, rule_set.by_field.get(_joined(name), ()), name)


def words_of(name: str) -> str:
    """Write a name in lower case with "-" between its words: `X-Api_Key` and `xApiKey` alike."""
    return "-".join(word for word in _WORD_BREAK.split(name) if word).lower()


def _finder(keywords: Collection[str]) -> FindKeywords:
    if not keywords:
        return lambda _: ()
    names = list(keywords)
    automaton = AhoCorasick(names, implementation=Implementation.DFA)

    def find(text: str) -> Iterator[tuple[int, str]]:
        try:
            found = automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            # Half a surrogate pair, which JSON may spell alone, stands in no keyword.
            text = text.encode("utf-8", "replace").decode()
            found = automaton.find_matches_as_indexes(text, overlapping=True)
        return ((start, names[index]) for index, start, _ in found)

    return find


def _named(rule_set: RuleSet, exact: tuple[Rule, ...], name: str) -> tuple[Rule, ...]:
    if len(name) > _LONGEST_NAME:
        return exact
    words = words_of(name)
    shaped = (
        rule for rule in rule_set.by_shape_of_name if rule.names and rule.names.fullmatch(words)
    )
    return tuple(dict.fromkeys((*exact, *shaped)))


def _table(rules: Iterable[Rule], keys: Callable[[Rule], Iterable[str]]) -> Table:
    table: Table = {}
    for rule in rules:
        for key in keys(rule):
            table[key] = (*table.get(key, ()), rule)
    return table


def _member_names(rule: Rule) -> Iterable[str]:
    # Bodies carry headers too: of batch requests, of tools that a model shall call.
    return dict.fromkeys((*rule.fields, *map(_joined, rule.headers)))


def _joined(name: str) -> str:
    return name.replace("-", "").replace("_", "").lower()


def _check_known(ids: set[str], known: set[str]) -> None:
    unknown = sorted(ids - known)
    if unknown:
        raise CassetteError(
            f"no redaction rule is called {unknown[0]!r}",
            hint=did_you_mean(unknown[0], known, "`cassette rules` lists them"),
        )
