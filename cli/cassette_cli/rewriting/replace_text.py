"""Replace a text by another in decoded bodies and URLs, and in what recorders copy from them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar
from urllib.parse import quote, quote_plus

from cassette_cli.errors import CassetteError
from cassette_cli.json_path import JsonPath
from cassette_cli.model import SIDES
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.step import Plan, Told
from cassette_cli.text import Span
from cassette_cli.texts.edits import replace_found
from cassette_cli.texts.find import find
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Hit, Search

# Under these keys of a request or response recorders keep the URL, parts of it, and forms.
_COPIES = frozenset(
    (
        "form",
        "host",
        "params",
        "path",
        "post_fields",
        "query",
        "query_string",
        "request_body",
        "request_uri",
        "scope",
        "uri",
        "url",
    )
)
_SEPARATOR = re.compile(r"(?<!\\)=")
# Left as they are in the value of a form, and in a URL also what separates its parts (RFC 3986,
# section 2.2). Placeholders such as <KEY> are no part of a valid URL, and usual in recorded ones.
_HARMLESS = ":/?@!$'()*,[]<>{}|^`\"\\"
_IN_URL = _HARMLESS + "&=+%#;"


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Replace every `old` by `new`, also where it is percent-encoded in a URL or a form."""

    old: str
    new: str
    told: ClassVar[Told] = Told("text replaced", "texts replaced")

    def plan(self, reading: Reading, file: CassetteFile) -> Plan:
        """Raises EditError where a text stands in what cannot be written back."""
        search = Search(
            find=partial(_find, self.old, self.new),
            names=lambda _: False,
            elsewhere=_is_copy,
        )
        (found,) = find(file.document, (reading,), search)
        return Plan(replace_found(found), len(found))

    def holds(self, _: Reading, __: Reading) -> bool:
        """What the edited texts say is proven by the document; nothing more was promised."""
        return True


def read_replacement(text: str) -> ReplaceText:
    r"""Read `OLD=NEW`; `\=` is an equals sign in OLD. Raises CassetteError for anything else."""
    old, *new = _SEPARATOR.split(text, maxsplit=1)
    if not old or not new:
        raise CassetteError(
            f"{text!r} replaces nothing", hint=r"write it as OLD=NEW, and = in OLD as \="
        )
    return ReplaceText(old.replace(r"\=", "="), new[0])


def _find(old: str, new: str, kind: Kind, _: str, text: str) -> Sequence[Hit]:
    match kind:
        case Kind.HEADER:
            return ()
        case Kind.URL:
            return tuple(_encoded_hits(old, new, text, form=text.find("?") % (len(text) + 1)))
        case Kind.FORM:
            return tuple(_encoded_hits(old, new, text, form=0))
    return tuple(
        Hit(Span(*found.span()), new) for found in re.compile(re.escape(old)).finditer(text)
    )


def _encoded_hits(old: str, new: str, text: str, form: int) -> Iterator[Hit]:
    """Hits in a text that is percent-encoded, with pairs of names and values from `form` on."""
    spellings = dict.fromkeys((old, quote(old, safe=""), quote_plus(old)))
    for found in re.compile("|".join(map(re.escape, spellings))).finditer(text):
        replacement = _spelled_like(found[0], old, new, in_form=found.start() >= form)
        yield Hit(Span(*found.span()), replacement)


def _spelled_like(spelling: str, old: str, new: str, *, in_form: bool) -> str:
    if spelling != old:
        return quote(new, safe="") if spelling == quote(old, safe="") else quote_plus(new)
    is_part_of_value = in_form and quote(old, safe="") == old
    return quote_plus(new, safe=_HARMLESS) if is_part_of_value else quote(new, safe=_IN_URL)


def _is_copy(path: JsonPath) -> bool:
    return next((step for step in path if step not in SIDES), "") in _COPIES
