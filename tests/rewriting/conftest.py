from textwrap import dedent, indent


def with_headers(request: str, response: str = "{X-B: [b]}") -> str:
    """A cassette of vcrpy with these headers: what stands in brackets, or a block of lines."""
    return f"""\
interactions:
- request:
    headers:{_below(request)}
    method: GET
    uri: http://a/
  response:
    headers:{_below(response)}
    status: {{code: 200, message: OK}}
version: 1
"""


def _below(value: str) -> str:
    if "\n" not in value:
        return f" {value}".rstrip()
    lines = dedent(value).strip("\n ")
    # As libyaml has it: a list below a key is not indented.
    return "\n" + indent(lines, "    " if lines.startswith("-") else "      ")
