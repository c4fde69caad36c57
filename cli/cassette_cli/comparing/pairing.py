"""Which interactions of two cassettes correspond: by method, URL, prompt, and what was said."""

from functools import cache
from typing import NamedTuple

from cassette_cli.comparing.comparand import Comparand
from cassette_cli.comparing.http_comparison import normalized_url
from cassette_cli.comparing.identities import mask, mask_quoted, mask_text
from cassette_cli.comparing.likeness import digest_of, shared, spell, without_noise
from cassette_cli.comparing.list_pairing import Paired, pair_in_order
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.exchange import Payload
from cassette_cli.json_values import Json

# How much a correspondence is worth; a pair has to be worth more than an equal method and host.
_SAME_METHOD = 1
_SAME_ADDRESS = 6
_SAME_REQUEST = 40
_SAME_RESPONSE = 20
_MIN_WORTH = 6
# Scheme, nothing, host, and two steps of a path.
_MIN_STEPS = 5
# What tells the turns of a conversation apart stands at the end of the prompt.
_MAX_TEXT = 2000


class Profile(NamedTuple):
    """What an interaction is paired by; ids and noise are made the same in all of it."""

    method: str
    address: str
    request: str
    response: str
    text: str

    @property
    def asked(self) -> str:
        """The whole request."""
        return f"{self.method} {self.address} {self.request}"

    @property
    def whole(self) -> str:
        """The whole interaction."""
        return f"{self.asked} {self.response}"


def pair_interactions(left: list[Profile], right: list[Profile]) -> list[Paired]:
    """Pair interactions in order; where the same request is left over on both sides, it moved."""
    # Many cassettes ask the same again and again.
    worth = cache(_worth)
    return pair_in_order(
        [(profile.whole, profile.asked) for profile in left],
        [(profile.whole, profile.asked) for profile in right],
        lambda a, b: worth(left[a], right[b]),
    )


def profile_of(comparand: Comparand, names: frozenset[str], rules: NoiseRules) -> Profile:
    """The profile of an interaction of the cassette that gives out these names."""
    reading = comparand.reading
    request = reading.interaction.request
    said = comparand.completion if reading.has_completion else None
    request_text = mask_quoted(comparand.spelled_request, names)
    status = str(reading.interaction.response.status_code)
    address, query = normalized_url(request.url, rules)
    return Profile(
        request.method.upper(),
        mask_text(f"{address} {query}", names),
        digest_of(request_text) if request_text else "",
        digest_of(status + _masked(said, reading.response, names, rules)),
        request_text[-_MAX_TEXT:],
    )


def _worth(a: Profile, b: Profile) -> int:
    worth = _SAME_METHOD * (a.method == b.method)
    worth += _SAME_ADDRESS * _is_like(a.address, b.address)
    worth += _SAME_RESPONSE * (a.response == b.response)
    if a.request == b.request:
        worth += _SAME_REQUEST if a.request else 0
    else:
        worth += shared(a.text, b.text)
    return worth if worth > _MIN_WORTH else 0


def _is_like(a: str, b: str) -> bool:
    """Whether two addresses are equal but for one step of their paths, as where an id stands."""
    if a == b:
        return True
    steps_a, steps_b = a.split("/"), b.split("/")
    if len(steps_a) != len(steps_b) or len(steps_a) < _MIN_STEPS or steps_a[:4] != steps_b[:4]:
        return False
    return sum(x != y for x, y in zip(steps_a, steps_b, strict=True)) == 1


def _masked(said: Json, payload: Payload, names: frozenset[str], rules: NoiseRules) -> str:
    value = said if said is not None else payload.value
    if value is not None:
        return spell(mask(without_noise(value, rules), names))
    if isinstance(payload.content, bytes):
        return payload.content.hex()
    return mask_text(payload.content, names)
