"""Compare two cassettes by meaning."""

from collections.abc import Iterable, Iterator

from cassette_cli.comparing.change import Category, Change, ChangeKind
from cassette_cli.comparing.comparand import Comparand
from cassette_cli.comparing.difference import Difference, Scope, changed
from cassette_cli.comparing.http_comparison import (
    body_of,
    compare_bodies,
    compare_headers,
    compare_lines,
)
from cassette_cli.comparing.identities import Renaming, names_of
from cassette_cli.comparing.json_comparison import Comparer
from cassette_cli.comparing.list_pairing import Paired
from cassette_cli.comparing.media import describe
from cassette_cli.comparing.noise import DEFAULT_RULES, NoiseRules
from cassette_cli.comparing.pairing import Profile, pair_interactions, profile_of
from cassette_cli.comparing.repeats import told_once
from cassette_cli.comparing.untold import in_short, untold, weighed
from cassette_cli.exchange import Payload
from cassette_cli.json_path import JsonPath, write_path
from cassette_cli.json_values import Json
from cassette_cli.reading import Reading
from cassette_cli.transcript import Conversation

_REQUEST_BODY = ("request", "body")
_RESPONSE_BODY = ("response", "body")
_USAGE = ("completion", "usage")


def compare_interactions(
    a: tuple[Reading, ...], b: tuple[Reading, ...], rules: NoiseRules = DEFAULT_RULES
) -> tuple[Change, ...]:
    """All changes from one cassette to another, noise included, in the order of the first.

    A change that other interactions repeat is told once.
    """
    names_a, names_b = names_of(a, rules), names_of(b, rules)
    comparer = Comparer(rules, Renaming(names_a, names_b))
    before, after = tuple(map(Comparand, a)), tuple(map(Comparand, b))
    left = [profile_of(comparand, names_a, rules) for comparand in before]
    right = [profile_of(comparand, names_b, rules) for comparand in after]
    changes: list[Change] = []
    for pair in pair_interactions(left, right):
        changes += _compare_pair(comparer, pair, (before, after), (left, right))
    return told_once(changes)


def _compare_pair(
    comparer: Comparer,
    pair: Paired,
    comparands: tuple[tuple[Comparand, ...], tuple[Comparand, ...]],
    profiles: tuple[list[Profile], list[Profile]],
) -> Iterator[Change]:
    a, b = comparands
    match pair:
        case Paired(int(place), None):
            summary = _summary(place, a, profiles[0])
            yield Change(
                ChangeKind.REMOVED, Category.CONTENT, place, None, "interaction", summary, None
            )
        case Paired(None, int(place)):
            summary = _summary(place, b, profiles[1])
            yield Change(
                ChangeKind.ADDED, Category.CONTENT, None, place, "interaction", None, summary
            )
        case Paired(int(old), int(new), moved):
            if moved:
                yield Change(ChangeKind.MOVED, Category.CONTENT, old, new, "interaction", old, new)
            for kind, category, path, before, after in compare_pair(comparer, a[old], b[new]):
                yield Change(kind, category, old, new, write_path(path), before, after)


def compare_pair(comparer: Comparer, a: Comparand, b: Comparand) -> Iterator[Difference]:
    """All differences of two interactions that correspond."""
    before, after = a.reading.interaction, b.reading.interaction
    yield from compare_lines(comparer, before, after)
    yield from compare_headers(comparer.rules, before, after)
    yield from _compare_requests(comparer, a, b)
    yield from _compare_responses(comparer, a, b)


def _compare_requests(comparer: Comparer, a: Comparand, b: Comparand) -> Iterator[Difference]:
    if _is_same(comparer, a.reading.request, b.reading.request):
        return
    spelled = a.spelled_request, b.spelled_request
    if comparer.renaming.agree_in_quotes(*spelled):
        if a.reading.request.text != b.reading.request.text:
            what = "layout" if spelled[0] == spelled[1] else "ids"
            yield changed((*_REQUEST_BODY, what), None, None, Category.NOISE)
        return
    told = a.reading.has_prompt and b.reading.has_prompt
    found = _spoken(comparer, a.prompt, b.prompt, "prompt", Scope(response=False, spoken=True))
    sent = compare_bodies(
        comparer, a.reading.request, b.reading.request, _REQUEST_BODY, Scope(response=False)
    )
    if told:
        yield from found
        # A transcript leaves fields out; what differs in them was asked for all the same.
        sent = iter(untold(found, sent, _REQUEST_BODY))
    yield from sent


def _compare_responses(comparer: Comparer, a: Comparand, b: Comparand) -> Iterator[Difference]:
    before, after = a.reading.response, b.reading.response
    if _is_same(comparer, before, after):
        return
    scope = Scope(response=True)
    old, new = a.reading.conversation, b.reading.conversation
    answered = a.reading.has_completion or b.reading.has_completion
    if old is None or new is None or not answered:
        yield from compare_bodies(comparer, before, after, _RESPONSE_BODY, scope)
        return
    yield from _compare_endings(old, new)
    spoken = Scope(response=True, spoken=True, streamed=old.streamed and new.streamed)
    found = _counted_once(_spoken(comparer, a.completion, b.completion, "completion", spoken))
    if old.complete != new.complete:
        found = [difference for difference in found if not _is_missing_end(difference)]
    yield from found
    if old.streamed != new.streamed or old.complete != new.complete:
        yield from _compare_streams(before, after)
        return
    if old.streamed:
        yield from _compare_streams(before, after)
        folded = scope._replace(streamed=True)
        sent = comparer.compare(a.reading.folded, b.reading.folded, _RESPONSE_BODY, folded)
    else:
        sent = compare_bodies(comparer, before, after, _RESPONSE_BODY, scope)
    if any(difference.category is Category.USAGE for difference in found):
        sent = (difference for difference in sent if difference.category is not Category.USAGE)
    yield from in_short(weighed(untold(found, sent, _RESPONSE_BODY)), _RESPONSE_BODY)


def _counted_once(differences: Iterable[Difference]) -> list[Difference]:
    """Differences without token counts that an API repeats in members of its own."""
    found = list(differences)
    usage = [one for one in found if one.category is Category.USAGE]
    if not any(one.path[:2] == _USAGE for one in usage):
        return found
    return [one for one in found if one not in usage or one.path[:2] == _USAGE]


def _spoken(comparer: Comparer, a: Json, b: Json, name: str, scope: Scope) -> list[Difference]:
    """Differences of two transcripts but for noise, which is counted in the bodies."""
    found = comparer.compare(a, b, (name,), scope)
    return [one for one in weighed(found) if one.category is not Category.NOISE]


def _compare_endings(a: Conversation, b: Conversation) -> Iterator[Difference]:
    if a.streamed != b.streamed:
        yield changed(("streamed",), a.streamed, b.streamed)
    if a.complete != b.complete:
        yield changed(("complete",), a.complete, b.complete)


def _is_missing_end(found: Difference) -> bool:
    """Whether one side lacks a part that no dialect knows: they come last, and a stream broke."""
    part = found.after if found.before is None else found.before
    alone = found.kind in (ChangeKind.ADDED, ChangeKind.REMOVED)
    return alone and isinstance(part, dict) and part.keys() == {"type", "value"}


def _compare_streams(a: Payload, b: Payload) -> Iterator[Difference]:
    """The same events, cut or spelled otherwise: their number says enough."""
    if a.content != b.content:
        path: JsonPath = (*_RESPONSE_BODY, "events")
        yield changed(path, len(a.events), len(b.events), Category.NOISE)


def _is_same(comparer: Comparer, a: Payload, b: Payload) -> bool:
    return not comparer.renaming.renamed and a.content == b.content


def _said(comparand: Comparand) -> dict[str, Json]:
    """What was asked last and what was answered; both bodies where that is no conversation."""
    reading = comparand.reading
    said: dict[str, Json] = {}
    match comparand.prompt:
        case {"messages": [*_, last]} if reading.has_prompt:
            said["prompt"] = describe(last)
        case _:
            said["request"] = describe(body_of(reading.request))
    if reading.has_completion:
        said["completion"] = describe(comparand.completion)
    else:
        said["response"] = describe(body_of(reading.response))
    return {name: value for name, value in said.items() if value is not None}


def _summary(place: int, comparands: tuple[Comparand, ...], profiles: list[Profile]) -> Json:
    """What an interaction is in short, and which earlier one it repeats, if it does."""
    interaction = comparands[place].reading.interaction
    conversation = comparands[place].reading.conversation
    summary: dict[str, Json] = {
        "method": interaction.request.method,
        "url": interaction.request.url,
        "status_code": interaction.response.status_code,
    }
    if conversation is not None:
        summary["model"] = conversation.prompt.model or conversation.completion.model
    summary |= _said(comparands[place])
    whole = [profile.whole for profile in profiles]
    first = whole.index(whole[place])
    return summary | ({"repeats": first} if first != place else {})
