"""Fields of a multipart form: https://www.rfc-editor.org/rfc/rfc7578."""

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from email.message import Message as HeaderFields

# A recorder may have stored the body as text, with line breaks of its own.
_LINE_BREAK = rb"\r?\n"
_END_OF_HEADERS = re.compile(_LINE_BREAK + _LINE_BREAK)


class FormField(NamedTuple):
    """A field of a form; a file is one that has a file name."""

    name: str | None
    content: bytes
    filename: str | None = None
    media_type: str | None = None


def read_form(content: str | bytes) -> tuple[FormField, ...]:
    """The fields of a multipart body, in order; none where it is no such body.

    The boundary is read off the first line: recorders lose or change headers, not bodies.
    """
    data = content.encode(errors="surrogatepass") if isinstance(content, str) else content
    found = re.match(rb"\s*(--[^\r\n]+)\r?\n", data)
    if found is None:
        return ()
    delimiter = re.compile(_LINE_BREAK + re.escape(found[1]) + rb"(?:--)?[ \t]*(?:\r?\n|$)")
    parts = delimiter.split(data[found.end() :])
    # What follows the last delimiter is an epilogue, if anything.
    return tuple(_read_part(part) for part in parts[:-1])


def _read_part(part: bytes) -> FormField:
    headers = _END_OF_HEADERS.search(part)
    if headers is None:
        return FormField(None, part)
    fields = _read_headers(part[: headers.start()])
    name = fields.get_param("name", header="content-disposition")
    return FormField(
        name if isinstance(name, str) else None,
        part[headers.end() :],
        fields.get_filename(),
        fields.get_content_type() if "content-type" in fields else None,
    )


def _read_headers(lines: bytes) -> "HeaderFields":
    from email.parser import HeaderParser  # noqa: PLC0415 -- slow to import, and forms are rare

    return HeaderParser().parsestr(lines.decode(errors="replace"))
