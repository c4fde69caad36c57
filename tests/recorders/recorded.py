"""Recorded requests, with what recorders compare of them."""

from cassette_cli.document import Mapping, Node, Scalar, Sequence
from cassette_cli.model import Body, Header, Interaction, Request, Response


def recorded(
    url: str = "https://a.example/b",
    *,
    method: str = "POST",
    headers: tuple[Header, ...] = (),
    body: str = "",
    answer: str = "",
    form: str = "",
    index: int = 0,
) -> Interaction:
    """An interaction of this request, answered with a text."""
    return Interaction(
        index,
        Request(method, url, headers, Body(body)),
        Response(200, body=Body(answer)),
        sources={"request.form": _form(form), "request.content_length": _scalar(str(len(body)))},
    )


def _form(value: str) -> Node:
    values = Sequence((_scalar(value),), False, 0, 1)  # noqa: FBT003 -- no flow
    return Mapping(((_scalar("key"), values),), False, 0, 1)  # noqa: FBT003 -- no flow


def _scalar(value: str) -> Scalar:
    return Scalar(value, "", 0, 1)
