"""Which recorder plays a cassette, and what it compares there: by default, or as was asked for."""

from dataclasses import dataclass, replace

from cassette_cli.errors import CassetteError
from cassette_cli.model import Cassette
from cassette_cli.recorders.catalogue import recorder_of, recorders
from cassette_cli.recorders.lost import NO_LOSSES, Losses, Origins, losses
from cassette_cli.recorders.recorder import Compared, Recorder

# The names of matchers in vcrpy, VCR, betamax, php-vcr and exvcr.
_NAMES = {
    **{part.value.lower().replace(" ", "_"): (part,) for part in Compared},
    "uri": (Compared.URL,),
    "query_string": (Compared.QUERY,),
    "raw_body": (Compared.BODY,),
    "request_body": (Compared.BODY,),
    "body_as_json": (Compared.BODY,),
    "digest-auth": (Compared.HEADERS,),
}


@dataclass(frozen=True, slots=True)
class Matching:
    """How requests are matched: by this recorder, and by these matchers of it.

    Without a name it is the recorder that wrote the file, without matchers its default ones.
    """

    recorder: str | None = None
    match_on: tuple[str, ...] = ()

    def recorder_for(self, cassette: Cassette) -> Recorder | None:
        """The recorder with its matchers; None where none is known for the file.

        Raises CassetteError for names that are not known.
        """
        recorder = self._named() if self.recorder else recorder_of(cassette)
        if recorder is None or not self.match_on:
            return recorder
        return replace(recorder, compares=read_match_on(self.match_on))

    def losses(self, before: Cassette, after: Cassette, origins: Origins | None = None) -> Losses:
        """What the requests of a cassette would no longer get after an edit of it."""
        recorder = self.recorder_for(before)
        if recorder is None:
            return NO_LOSSES
        return losses(before.interactions, after.interactions, recorder, origins)

    def _named(self) -> Recorder:
        found = next((one for one in recorders() if one.name == self.recorder), None)
        if found is None:
            known = ", ".join(one.name for one in recorders())
            raise CassetteError(
                f"{self.recorder!r} is no recorder that is known", hint=f"known are {known}"
            )
        return found


BY_DEFAULT = Matching()


def read_match_on(names: tuple[str, ...]) -> tuple[Compared, ...]:
    """What matchers of these names compare. Raises CassetteError for an unknown one."""
    parts: list[Compared] = []
    for name in names:
        if name.lower() not in _NAMES:
            raise CassetteError(
                f"{name!r} is no matcher that is known", hint=f"known are {', '.join(_NAMES)}"
            )
        parts += _NAMES[name.lower()]
    return tuple(dict.fromkeys(parts))
