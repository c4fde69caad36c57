"""Options that several commands share: each is declared here once, with its help."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

import typer

from cassette_cli.commands.shared.configuration import isolate, use_file
from cassette_cli.commands.shared.lazy_group import ENVIRONMENT_PREFIX
from cassette_cli.commands.shared.output_format import (
    OutputFormat,
    TextMarkdownOrJson,
    TextOrJson,
    TextOrJsonLines,
)


class Color(StrEnum):
    """When to colour: `auto` means on a terminal, unless NO_COLOR is set."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def required(paths: list[str] | None) -> list[str]:
    """The paths to work on; raises typer.BadParameter where there are none."""
    if not paths:
        raise typer.BadParameter(
            "name a PATH, or set what to look at in cassette.toml: "
            'include = ["tests/**/cassettes/*.yaml"]',
            param_hint="PATH",
        )
    return paths


def split_names(values: Iterable[str] | None) -> tuple[str, ...]:
    """The names in the values of a repeatable option, each of which may be a comma list."""
    return tuple(
        name.strip() for value in values or () for name in value.split(",") if name.strip()
    )


Paths: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Cassettes, directories to search for them, or - for standard input.",
        show_default="what the configuration includes",
    ),
]
Interactions: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "-i",
        "--interaction",
        metavar="SEL",
        help="Only these interactions: 0, 2-4, -1, or 0,3. Repeatable.",
    ),
]
WhereOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "-w",
        "--where",
        metavar="EXPR",
        help="Only interactions that hold this: `status:4xx model:gpt-4o* tool:add`, `!streamed:`, "
        '`"some words"`; see docs/where.md.',
    ),
]
SkipOthers: TypeAlias = Annotated[
    bool,
    typer.Option("--skip-others", help="Skip named files that are not cassettes, for hooks."),
]

SelectRules: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE,…", help="Use only these rules. Repeatable."),
]
IgnoreRules: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE,…", help="Skip these rules. Repeatable."),
]
SelectChecks: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="CHECK,…", help="Run only these checks. Repeatable."),
]
IgnoreChecks: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CHECK,…", help="Skip these checks. Repeatable."),
]
PerFileIgnore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--per-file-ignore",
        metavar="GLOB:NAME,…",
        help="Skip these checks or redaction rules in these files. Repeatable.",
    ),
]
Classes: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--class",
        metavar="CLASS,…",
        help="Secrets to look for: credential, identifier, or both.",
    ),
]
DEFAULT_CLASSES = ["credential"]

RecorderOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--recorder",
        metavar="NAME",
        help="The recorder that plays the files. [default: the one that wrote them]",
    ),
]
MatchOn: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--match-on",
        metavar="PART,…",
        help="What it compares: method, uri, headers, body … [default: its default]. Repeatable.",
    ),
]

Check: TypeAlias = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit 1 if anything would change.")
]
Diff: TypeAlias = Annotated[
    bool, typer.Option("--diff", help="Write nothing; print a unified diff.")
]
Backup: TypeAlias = Annotated[bool, typer.Option("--backup", help="Keep the original as FILE.bak.")]


def _output_format(choices: str) -> Any:  # noqa: ANN401 -- Typer gives any type for its options
    return typer.Option("--output-format", metavar="FORMAT", help=f"How to print: {choices}.")


OutputFormatOption: TypeAlias = Annotated[
    OutputFormat, _output_format("text, markdown, json (one document) or jsonl (one line each)")
]
TextMarkdownOrJsonOption: TypeAlias = Annotated[
    TextMarkdownOrJson, _output_format("text, markdown or json")
]
TextOrJsonOption: TypeAlias = Annotated[TextOrJson, _output_format("text or json")]
TextOrJsonLinesOption: TypeAlias = Annotated[
    TextOrJsonLines, _output_format("text, json (one document) or jsonl (one line each)")
]
ColorOption: TypeAlias = Annotated[
    Color, typer.Option("--color", help="Colour the output; NO_COLOR and FORCE_COLOR count too.")
]
NoPager: TypeAlias = Annotated[
    bool, typer.Option("--no-pager", help="Print to stdout directly, without a pager.")
]

Reveal: TypeAlias = Annotated[
    bool, typer.Option("--reveal", help="Print secrets whole; they are cut short by default.")
]

Jobs: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "-j",
        "--jobs",
        metavar="N",
        min=1,
        help="How many processes to use for many files. [default: one per core]",
    ),
]
ConfigFile: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        envvar=f"{ENVIRONMENT_PREFIX}_CONFIG",
        help="Configuration file. [default: the nearest pyproject.toml or cassette.toml]",
        callback=use_file,
        is_eager=True,
        show_default=False,
    ),
]
Isolated: TypeAlias = Annotated[
    bool,
    typer.Option("--isolated", help="Read no configuration file.", callback=isolate, is_eager=True),
]
