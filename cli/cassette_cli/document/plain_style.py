"""Which texts may stand without quotes: https://yaml.org/spec/1.2.2/#733-plain-style.

Loaders disagree about what a plain text means, so the question is asked of all of them at once: a
text is a string only if YAML 1.1 (PyYAML, Psych), YAML 1.2 and go-yaml all take it for one.
"""

import re

_WORDS = {
    "": "null",
    "~": "null",
    "null": "null",
    "<<": "merge",
    "=": "default",
    **dict.fromkeys(("y", "yes", "on", "true", "n", "no", "off", "false"), "bool"),
}
_LONGEST_WORD = max(map(len, _WORDS))
# `1,000` is an integer to Psych, `1:30` one in base 60 to YAML 1.1, `0o7` is octal in YAML 1.2.
_TYPES = (
    (
        "int",
        re.compile(r"[-+]?(?:0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_,]*(?::[0-9]{1,2})*)"),
    ),
    ("float", re.compile(r"[-+]?\.inf|\.nan", re.IGNORECASE)),
    (
        "float",
        re.compile(
            r"[-+]?(?=\.?[0-9])(?:[0-9][0-9_,]*(?::[0-9]{1,2})*)?\.?[0-9_]*(?:[eE][-+]?[0-9]+)?"
        ),
    ),
    ("time", re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?")),
    ("symbol", re.compile(r":.*")),
)
_FIRST_OF_TYPED = frozenset("-+.:0123456789")

# What no style but double quotes can hold: controls, the line breaks other than \n, and the mark
# that a file may begin with. Named one by one: what they leave takes ten times as long to compile.
# https://yaml.org/spec/1.2.2/#51-character-set
UNPRINTABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_INDICATORS = frozenset(",[]{}#&*!|>'\"%@`:?")
_ENDS_PLAIN = re.compile(r":(?=[\s]|\Z)|(?<=\s)#")
# libyaml before 0.2 ends a plain text in a flow collection at these, wherever they stand.
_ENDS_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}:?]")


def plain_type(text: str) -> str:
    """The type that some loader gives to a plain text: "string" where all agree that it is one."""
    if len(text) <= _LONGEST_WORD and text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if text[0] in _FIRST_OF_TYPED:
        for name, pattern in _TYPES:
            if pattern.fullmatch(text):
                return name
    return "string"


def is_plain_text(text: str, *, flow: bool) -> bool:
    """Whether a text can be written plain, whatever type it then has; `flow` is within `[]`, `{}`.

    Line breaks count as blanks: a text that was folded over lines may hold them. A tab does not:
    PyYAML's own scanner, unlike libyaml, ends a plain text there.
    """
    if not text or text != text.strip() or text[0] in _INDICATORS:
        return False
    if "\t" in text or UNPRINTABLE.search(text):
        return False
    if text.startswith(("---", "...")) or (text[0] == "-" and not text[1:2].strip()):
        return False
    return not (_ENDS_PLAIN.search(text) or (flow and _ENDS_PLAIN_IN_FLOW.search(text)))
