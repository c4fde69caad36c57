"""What `import cassette_cli` gives: load a cassette, redact, validate, compare and edit it.

Values in, values out: only `load` touches the disk. Errors are CassetteErrors, with a `message`,
`where` it went wrong and a `hint` what to do. docs/python.md shows each function at work.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from os import PathLike, fspath

from cassette_cli.checks.engine import CheckSettings, check_cassette
from cassette_cli.comparing.change import Category, Change
from cassette_cli.comparing.file_diff import compare_files
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.document import parse
from cassette_cli.editing.assignment import set_at
from cassette_cli.errors import CassetteError
from cassette_cli.files import Found, read
from cassette_cli.finding import Finding, Severity
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json, write_json
from cassette_cli.loaded import (
    Body,
    Cassette,
    Event,
    Interaction,
    Request,
    Response,
    loaded,
    recorded,
)
from cassette_cli.place import Place
from cassette_cli.recorders.lost import Unmatched
from cassette_cli.redaction import redact as redaction
from cassette_cli.redaction.catalogue import rules
from cassette_cli.redaction.own_rules import header_rule, pattern_rule, query_rule, value_rule
from cassette_cli.redaction.placeholders import DEFAULT_PLACEHOLDER
from cassette_cli.redaction.redact import Redaction, SecretFinding
from cassette_cli.redaction.rule import Rule
from cassette_cli.redaction.rule_set import compile_rules
from cassette_cli.redaction.secret_classes import read_classes
from cassette_cli.redaction.secrets import search_for_secrets
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite
from cassette_cli.transcript import (
    Blob,
    Completion,
    Conversation,
    GenericPart,
    Message,
    Part,
    Prompt,
    Reasoning,
    Refusal,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolDefinition,
    ToolResult,
    Uri,
    Usage,
)
from cassette_cli.version import __version__

__all__ = [
    "Blob",
    "Body",
    "Cassette",
    "CassetteError",
    "Change",
    "Completion",
    "Conversation",
    "Event",
    "Finding",
    "GenericPart",
    "Interaction",
    "Json",
    "Message",
    "Part",
    "Place",
    "Prompt",
    "Reasoning",
    "Redaction",
    "Refusal",
    "Request",
    "Response",
    "SecretFinding",
    "ServerToolCall",
    "ServerToolResult",
    "Severity",
    "Text",
    "ToolCall",
    "ToolDefinition",
    "ToolResult",
    "Unmatched",
    "Uri",
    "Usage",
    "__version__",
    "diff",
    "edit",
    "load",
    "loads",
    "redact",
    "validate",
]

_BOM = "\ufeff"
_NAME = "<string>"


def load(path: str | PathLike[str]) -> Cassette:
    """Read the cassette in a file.

    Raises CassetteError where the file cannot be read or is not a cassette.
    """
    source = read(Found(fspath(path), named=True))
    return loads((_BOM if source.bom else "") + source.text, name=source.path)


def loads(text: str, *, name: str = _NAME) -> Cassette:
    """Read a cassette from the text of its file; `name` is what errors and findings call it.

    Raises CassetteError where the text is not a cassette.
    """
    return loaded(read_cassette(parse(name, text.removeprefix(_BOM))), text)


def redact(
    text: str,
    *,
    name: str = _NAME,
    headers: Iterable[str] = (),
    query: Iterable[str] = (),
    body_paths: Iterable[str] = (),
    patterns: Iterable[str] = (),
    values: Iterable[str] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    classes: Iterable[str] = ("credential",),
    placeholder: str = DEFAULT_PLACEHOLDER,
) -> Redaction:
    """Take secrets out of the text of a cassette, as `cassette redact` does.

    `headers` and `query` are names, `body_paths` JSONPaths (RFC 9535), `patterns` regular
    expressions and `values` secrets that are known: what they find is redacted besides what the
    rules find. `select` names the only rules to use and `ignore` rules to leave out. `classes` are
    "credential" and "identifier".

    Raises CassetteError where the text is not a cassette, an argument makes no sense, or a secret
    cannot be taken out.
    """
    own = _own_rules(headers, query, patterns, values)
    chosen = tuple(select)
    rule_set = compile_rules(
        (*rules(), *own),
        select=chosen and (*chosen, *(rule.id for rule in own)),
        ignore=tuple(ignore),
        classes=read_classes(classes),
        placeholder=placeholder,
    )
    cassette = recorded(loads(text, name=name))
    found = redaction.redact(cassette, search_for_secrets(rule_set, tuple(body_paths)))
    return replace(found, text=_with_bom_of(text, found.text))


def validate(
    cassette: Cassette,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    classes: Iterable[str] = ("credential",),
) -> tuple[Finding, ...]:
    """What is wrong with a cassette, in the order of the file, as `cassette validate` finds it.

    `select` names the only checks to run and `ignore` checks to leave out; `classes` are those of
    the secrets that the cassette must not hold. Raises CassetteError for an unknown check or class.
    """
    settings = CheckSettings(tuple(select), tuple(ignore), secret_classes=read_classes(classes))
    return check_cassette(recorded(cassette), settings)


def diff(
    a: Cassette,
    b: Cassette,
    *,
    noise: bool = False,
    ignore_fields: Iterable[str] = (),
    ignore_headers: Iterable[str] = (),
) -> tuple[Change, ...]:
    """What changed from `a` to `b`, as `cassette diff` sees it; empty where only noise differs.

    With `noise`, what means nothing is listed, too. Fields of bodies and headers that are noise in
    your project are named with `ignore_fields` and `ignore_headers`. Where `change.matters` is
    false, the change is noise or a token count.
    """
    ignored = frozenset(name.lower() for name in ignore_headers)
    noise_rules = NoiseRules(ignored_fields=frozenset(ignore_fields), ignored_headers=ignored)
    changes = compare_files(recorded(a), recorded(b), noise_rules).changes
    return tuple(each for each in changes if noise or each.category is not Category.NOISE)


def edit(cassette: Cassette, interaction: int, values: Mapping[str, Json]) -> str:
    """The text of the cassette with other values in one interaction; all other bytes stay.

    `interaction` is a position, from the end where it is negative. `values` maps paths as `cassette
    edit --set` takes them (`completion.text`, `status_code`, `response.body.$.error.type`) to what
    is to stand there; what is not a string is written as JSON.

    Raises CassetteError where there is no such interaction or place, or where the edit cannot be
    proven to change nothing else.
    """
    source = recorded(cassette)
    index = _position(cassette, interaction)
    steps = (
        set_at(path, value if isinstance(value, str) else write_json(value))
        for path, value in values.items()
    )
    chosen = frozenset((index,))
    edited = rewrite(source, [InEach(step, chosen) for step in steps])
    return _with_bom_of(cassette.text, edited.text)


def _own_rules(
    headers: Iterable[str], query: Iterable[str], patterns: Iterable[str], values: Iterable[str]
) -> tuple[Rule, ...]:
    return (
        *map(header_rule, headers),
        *map(query_rule, query),
        *map(pattern_rule, patterns),
        *(value_rule(f"value:{n}", value, f"values[{n}]") for n, value in enumerate(values)),
    )


def _position(cassette: Cassette, interaction: int) -> int:
    positions = range(len(recorded(cassette).interactions))
    try:
        return positions[interaction]
    except IndexError:
        raise CassetteError(
            f"there is no interaction {interaction}",
            where=cassette.path,
            hint=f"the cassette has {len(positions)}, counted from 0",
        ) from None


def _with_bom_of(original: str, text: str) -> str:
    return (_BOM if original.startswith(_BOM) else "") + text
