"""A request that a test sent, as far as it is known."""

from dataclasses import dataclass

from cassette_cli.model import Request
from cassette_cli.recorders.recorder import Compared

# What a URL is made of, for recorders that compare these one by one.
PARTS_OF_URL = frozenset(
    (
        Compared.URL,
        Compared.SCHEME,
        Compared.HOST,
        Compared.PORT,
        Compared.PATH,
        Compared.QUERY,
    )
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as it was sent.

    `lacks` names the parts that its source says nothing of: they are taken to be as recorded.
    `match_on` are the matchers that the message of a recorder names.
    """

    request: Request
    lacks: frozenset[Compared] = frozenset()
    match_on: tuple[str, ...] = ()
