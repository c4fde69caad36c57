"""YAML and JSON texts as nodes with spans, and edits of them that are proven.

This is the face of the package: other packages import from here, never from the modules behind it.

- `parse` and `parse_json` read a text into a `Document`: its source text, its `Syntax`, and its
  nodes (`Scalar`, `Mapping`, `Sequence`, `Alias`) and comments (`Comment`), each with the span of
  text that spells it.
- `walk` lists the nodes of a tree, `location_of` knows one again, `content_start` is where one
  begins behind its tag and anchor.
- `text_of`, `bytes_of`, `integer_of`, `scalar_value`, `json_of`, `is_null` and `is_binary` resolve
  what a node stands for.
- `write_yaml` writes a value as a new text, in the way of an `Emitter` (`PYYAML`, `PSYCH`,
  `GO_YAML`).
- `source_offset` and `source_parts` tell where a part of a scalar's value stands in the source.
- An `Intent` names a node and a change to it. `apply` makes any number of them at once, proves
  that nothing else changed, and gives the new `Document`.

What only edits need is imported on first use: a command that reads does not pay for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from cassette_cli.document.document import Document, Syntax
from cassette_cli.document.nodes import (
    Alias,
    Comment,
    Mapping,
    Node,
    Scalar,
    Sequence,
    location_of,
    walk,
)
from cassette_cli.document.parse import parse, parse_json
from cassette_cli.document.resolve import (
    bytes_of,
    integer_of,
    is_binary,
    is_null,
    json_of,
    scalar_value,
    text_of,
)

if TYPE_CHECKING:
    from cassette_cli.document.intents import (
        Copy,
        Delete,
        EditComment,
        Insert,
        Intent,
        Move,
        RenameAnchor,
        ReplaceText,
        Restyle,
        SetBytes,
        SetLiteral,
        SetText,
        SetValue,
    )
    from cassette_cli.document.offsets import source_offset, source_parts
    from cassette_cli.document.patch import apply
    from cassette_cli.document.raw_scalar import content_start
    from cassette_cli.document.yaml_writer import (
        GO_YAML,
        PSYCH,
        PYYAML,
        Emitter,
        YamlValue,
        write_yaml,
    )
else:
    _ON_FIRST_USE = {
        "apply": "patch",
        "content_start": "raw_scalar",
        "source_parts": "offsets",
        "source_offset": "offsets",
        "Emitter": "yaml_writer",
        "YamlValue": "yaml_writer",
        "GO_YAML": "yaml_writer",
        "PSYCH": "yaml_writer",
        "PYYAML": "yaml_writer",
        "write_yaml": "yaml_writer",
    }

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = import_module(f"{__name__}.{_ON_FIRST_USE.get(name, 'intents')}")
        value = globals()[name] = getattr(module, name)
        return value


__all__ = [
    "GO_YAML",
    "PSYCH",
    "PYYAML",
    "Alias",
    "Comment",
    "Copy",
    "Delete",
    "Document",
    "EditComment",
    "Emitter",
    "Insert",
    "Intent",
    "Mapping",
    "Move",
    "Node",
    "RenameAnchor",
    "ReplaceText",
    "Restyle",
    "Scalar",
    "Sequence",
    "SetBytes",
    "SetLiteral",
    "SetText",
    "SetValue",
    "Syntax",
    "YamlValue",
    "apply",
    "bytes_of",
    "content_start",
    "integer_of",
    "is_binary",
    "is_null",
    "json_of",
    "location_of",
    "parse",
    "parse_json",
    "scalar_value",
    "source_offset",
    "source_parts",
    "text_of",
    "walk",
    "write_yaml",
]
