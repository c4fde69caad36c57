"""Read an expression of `--where`: terms, `|`, `!` or `-`, parentheses.

any  = all ("|" all)*
all  = one one*
one  = ("!" | "-") one | "(" any ")" | term
term = [field ":"] value ("|" value)*      without blanks
"""

import re
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from cassette_cli.selecting.error import error_at

_BLANKS = re.compile(r"\s*")
_FIELD = re.compile(r"([A-Za-z_]+):")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPED = re.compile(r'\\(["\\])')
# A regular expression ends at a blank, and at a parenthesis that it has not opened itself.
_REGEX = re.compile(r"~\S*")
_VALUE = re.compile(r'[^\s|()"]+')
_DEEPEST = 100


class Value(NamedTuple):
    """A value, and where it stands in the expression."""

    text: str
    position: int


@dataclass(frozen=True, slots=True)
class Term:
    """One of the values is asked of a field; "" is that of bare words."""

    field: str
    values: tuple[Value, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Not:
    negated: "Expression"


@dataclass(frozen=True, slots=True)
class All:
    of: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Any:
    of: tuple["Expression", ...]


Expression: TypeAlias = Term | Not | All | Any


def parse_expression(text: str) -> Expression:
    """The expression that a text spells. Raises CassetteError that names the position."""
    parser = _Parser(text)
    expression = parser.any(0)
    if parser.position < len(text):
        raise error_at(text, parser.position, "no parenthesis was opened")
    return expression


class _Parser:
    """A position in the text; each method reads from there on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def any(self, depth: int) -> Expression:
        read = [self.all(depth)]
        while self._at("|"):
            self.position += 1
            read.append(self.all(depth))
        return read[0] if len(read) == 1 else Any(tuple(read))

    def all(self, depth: int) -> Expression:
        read = [self.one(depth)]
        while not (self._ends() or self._at("|") or self._at(")")):
            read.append(self.one(depth))
        return read[0] if len(read) == 1 else All(tuple(read))

    def one(self, depth: int) -> Expression:
        if self._ends() or self._at("|") or self._at(")"):
            raise error_at(self.text, self.position, "a term is missing here")
        if depth > _DEEPEST:
            raise error_at(self.text, self.position, "too deep")
        if self._at("!") or self._at("-"):
            self.position += 1
            return Not(self.one(depth + 1))
        if self._at("("):
            return self._group(depth)
        return self._term()

    def _group(self, depth: int) -> Expression:
        opened = self.position
        self.position += 1
        expression = self.any(depth + 1)
        if not self._at(")"):
            raise error_at(self.text, opened, "this parenthesis is never closed")
        self.position += 1
        return expression

    def _term(self) -> Term:
        start = self.position
        field = _FIELD.match(self.text, start)
        self.position = field.end() if field else start
        values = [self._value()]
        # An alternative of the value, unless it begins a term of its own.
        while self._here("|") and not self._begins_a_term(self.position + 1):
            self.position += 1
            values.append(self._value())
        return Term(field[1] if field else "", tuple(values), start)

    def _begins_a_term(self, position: int) -> bool:
        after = self.text[position : position + 1]
        return (
            not after
            or after in "()!-|"
            or after.isspace()
            or bool(_FIELD.match(self.text, position))
        )

    def _value(self) -> Value:
        start = self.position
        if quoted := _QUOTED.match(self.text, start):
            self.position = quoted.end()
            return Value(_ESCAPED.sub(r"\1", quoted[1]), start)
        if self._here('"'):
            raise error_at(self.text, start, "this quote is never closed")
        if regex := _REGEX.match(self.text, start):
            self.position = start + _balanced(regex[0])
        elif plain := _VALUE.match(self.text, start):
            self.position = plain.end()
        return Value(self.text[start : self.position], start)

    def _here(self, sign: str) -> bool:
        return self.text.startswith(sign, self.position)

    def _at(self, sign: str) -> bool:
        """Whether a sign comes next, after blanks."""
        self._skip()
        return self._here(sign)

    def _ends(self) -> bool:
        self._skip()
        return self.position >= len(self.text)

    def _skip(self) -> None:
        found = _BLANKS.match(self.text, self.position)
        self.position = found.end() if found else self.position


def _balanced(regex: str) -> int:
    """How much of a regular expression stands before a parenthesis that it never opened."""
    opened = 0
    for position, letter in enumerate(regex):
        if letter in "()" and regex[position - 1] != "\\":
            opened += 1 if letter == "(" else -1
        if opened < 0:
            return position
    return len(regex)
