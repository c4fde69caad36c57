"""A compiled expression of `--where`: whether an interaction is what it describes."""

import difflib
from dataclasses import dataclass
from functools import cache

from cassette_cli.errors import CassetteError
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.selecting.error import error_at
from cassette_cli.selecting.fields import FIELDS, Field, Holds, Recorded
from cassette_cli.selecting.parse import All, Any, Expression, Not, Term, Value, parse_expression


@dataclass(frozen=True, slots=True)
class Where:
    """Interactions by what they hold; "" selects all. It travels to other processes as text."""

    expression: str = ""

    def holds(self, reading: Reading, cassette: Cassette) -> bool:
        """Whether an interaction of this cassette is meant."""
        return not self.expression or compile_where(self.expression)(Recorded(reading, cassette))


@cache
def compile_where(expression: str) -> Holds:
    """The question that an expression asks. Raises CassetteError that names the position."""
    return _compile(expression, parse_expression(expression))


def _compile(text: str, expression: Expression) -> Holds:
    match expression:
        case All(of):
            all_of = [_compile(text, one) for one in of]
            return lambda recorded: all(holds(recorded) for holds in all_of)
        case Any(of):
            any_of = [_compile(text, one) for one in of]
            return lambda recorded: any(holds(recorded) for holds in any_of)
        case Not(negated):
            holds = _compile(text, negated)
            return lambda recorded: not holds(recorded)
        case Term():
            field = _field(text, expression)
            any_of = [_ask(text, field, value) for value in expression.values]
            return lambda recorded: any(holds(recorded) for holds in any_of)


def _field(text: str, term: Term) -> Field:
    name = term.field.lower() or "text"
    if name not in FIELDS:
        near = difflib.get_close_matches(name, FIELDS, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(FIELDS)}"
        message = f"no field is called {term.field!r}"
        raise error_at(text, term.position, message, f"{hint} A text with a colon needs quotes.")
    return FIELDS[name]


def _ask(text: str, field: Field, value: Value) -> Holds:
    if not value.text and field.name not in ("error", "streamed"):
        raise error_at(
            text, value.position, f"{field.name}: needs a value", f"such as {field.summary}"
        )
    try:
        return field.ask(value.text)
    except CassetteError as error:
        raise error_at(text, value.position, error.message) from None
    except ValueError:
        message = f"{field.name}: cannot be {value.text!r}"
        raise error_at(text, value.position, message, f"it can be {field.summary}") from None
