"""go-vcr v4: https://pkg.go.dev/gopkg.in/dnaeon/go-vcr.v4."""

import re
from collections.abc import Iterable

from cassette_cli.recorders.recorder import Compared, Recorder, Sensitive
from cassette_cli.recorders.template import fill

_GROUP = "(?P<secret>"
_MOST_REPEATS = 1000
_COUNT = re.compile(r"\{(\d+),(\d+)\}")
_LOOK_AROUND = re.compile(r"\(\?(<?[=!])")
_CLASS = re.compile(r"\[(?!\^)((?:[^\]\\]|\\.)*)\]")


def write_config(sensitive: Sensitive) -> str:
    """Go code: a hook for what is saved, and a matcher that does the same to live requests."""
    return fill(
        "go_vcr.go.txt",
        placeholder=_string(sensitive.placeholder),
        headers=_list(map(_canonical, sensitive.headers)),
        parameters=_list(sensitive.parameters),
        members=_list(sensitive.members),
        variables=_list(sensitive.variables),
        patterns=_list(map(go_pattern, sensitive.patterns)),
    )


def go_pattern(pattern: str) -> str:
    """A pattern for Go's regexp, which has no look-around: what was looked back at is matched.

    So the secret becomes a group of its own. A condition that has no other spelling is left out.
    """
    pattern = _COUNT.sub(_without_bound, pattern)
    begins_in_look = pattern.startswith(("(?:(?<", "(?<"))
    start = _end_of_group(pattern, 0) if begins_in_look else 0
    before, secret = _without_look_around(pattern[:start]), _without_look_around(pattern[start:])
    return before + (secret if not before or _GROUP in secret else f"{_GROUP}{secret})")


def _without_bound(found: re.Match[str]) -> str:
    return found[0] if int(found[2]) <= _MOST_REPEATS else f"{{{found[1]},}}"


def _without_look_around(pattern: str) -> str:
    while found := _LOOK_AROUND.search(pattern):
        end = _end_of_group(pattern, found.start())
        instead = _matched(found[1], pattern[found.end() : end - 1])
        pattern = pattern[: found.start()] + instead + pattern[end:]
    return pattern


def _matched(look: str, inner: str) -> str:
    if look == "<=":
        return f"(?:{inner})"
    if look == "<!" and (excluded := _CLASS.fullmatch(inner)):
        return f"(?:^|[^{excluded[1]}])"
    return ""


def _end_of_group(pattern: str, start: int) -> int:
    depth, in_class, position = 0, False, start
    while position < len(pattern):
        match pattern[position]:
            case "\\":
                position += 1
            case "[" if not in_class:
                in_class = True
                # A bracket that stands first is a character of the class.
                position += len(re.compile(r"\^?\]?").match(pattern, position + 1)[0])  # type: ignore[index]
            case "]":
                in_class = False
            case "(" if not in_class:
                depth += 1
            case ")" if not in_class:
                depth -= 1
                if not depth:
                    return position + 1
        position += 1
    return position


def _canonical(name: str) -> str:
    """A header name as Go's http.Header spells it."""
    return "-".join(part.capitalize() for part in name.split("-"))


def _list(items: Iterable[str]) -> str:
    lines = [f"\t\t{_string(item)},\n" for item in items]
    return f"[]string{{\n{''.join(lines)}\t}}" if lines else "[]string{}"


def _string(text: str) -> str:
    return "`" + text.replace("`", '` + "`" + `') + "`"


RECORDER = Recorder(
    "go-vcr",
    ("go-vcr",),
    (
        Compared.METHOD,
        Compared.URL,
        Compared.HEADERS,
        Compared.BODY,
        Compared.CONTENT_LENGTH,
        Compared.FORM,
    ),
    versions=("2",),
    write_config=write_config,
    match_option="recorder.WithMatcher",
    repeat_option="recorder.WithReplayableInteractions(true)",
)
