"""Which interaction to copy, and where the copy goes."""

from dataclasses import dataclass

from cassette_cli.commands.shared.selection import Selection
from cassette_cli.editing.add_like import AddLike, NumberAll, NumberLast
from cassette_cli.model import Cassette
from cassette_cli.rewriting.step import CassetteStep


@dataclass(frozen=True, slots=True)
class Copying:
    """A copy of the interaction `like`, put before or behind another one, or at the end.

    Without `like` it is a copy of the one that it is put beside.
    """

    like: int | None = None
    before: int | None = None
    after: int | None = None

    @property
    def asked(self) -> bool:
        """Whether there is to be a copy at all."""
        return (self.like, self.before, self.after) != (None, None, None)

    def at(self, cassette: Cassette) -> int:
        """The position that the copy will have. Raises SelectionError where there is none such."""
        if self.before is not None:
            return _from_start(self.before, cassette)
        if self.after is not None:
            return _from_start(self.after, cassette) + 1
        return len(cassette.interactions)

    def steps(self, cassette: Cassette) -> tuple[CassetteStep, ...]:
        """The steps that add the copy. Raises SelectionError where there is none such."""
        beside = self.after if self.before is None else self.before
        like = beside if self.like is None else self.like
        if like is None:
            return ()
        number = NumberLast() if beside is None else NumberAll()
        return AddLike(_from_start(like, cassette), self.at(cassette)), number


NO_COPY = Copying()


def _from_start(position: int, cassette: Cassette) -> int:
    return Selection(((position, position),)).of(len(cassette.interactions), cassette.path)[0]
