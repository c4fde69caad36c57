from collections.abc import Sequence

import pytest

from cassette_cli.dialects.dialect import Delta
from cassette_cli.streams.event import Event
from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.channels import Channel, Piece, channels_of


def _channel(pieces: Sequence[str]) -> Channel:
    deltas = [Delta(("text",), ("t",), piece) for piece in pieces]
    return Channel("t", "".join(pieces), tuple(map(Piece, range(len(deltas)), deltas)))


def test_channels_in_the_order_in_which_they_begin() -> None:
    deltas = [
        [Delta(("a",), ("x", 0), "1")],
        [Delta(("b",), ("y", "z", 0), "2"), Delta(("a",), ("w",), "3")],
    ]
    events = [Event(str(index), Span(0, 0), ()) for index in range(2)]
    a, b = channels_of(events, lambda event: deltas[int(event.data)])
    assert (a.name, a.text, b.name, b.text) == ("x", "13", "z", "2")
    assert a.pieces == (Piece(0, deltas[0][0]), Piece(1, deltas[1][1]))


@pytest.mark.parametrize(
    ("pieces", "edited"),
    [
        pytest.param(["a KEY b"], ["a CUT b"], id="in one piece"),
        pytest.param(["a KE", "Y b"], ["a CUT", " b"], id="the first piece gets what is new"),
        pytest.param(["K", "E", "Y"], ["CUT", "", ""], id="the others lose what was theirs"),
        pytest.param(["a ", "KEY", " b"], ["a ", "CUT", " b"], id="at the borders of pieces"),
        pytest.param(["KEY KE", "Y KEY"], ["CUT CUT", " CUT"], id="several in one text"),
        pytest.param(["", "KEY", ""], ["", "CUT", ""], id="empty pieces stay empty"),
        pytest.param(["a", "b"], ["a", "b"], id="nothing to edit"),
    ],
)
def test_an_edit_is_dealt_out(pieces: list[str], edited: list[str]) -> None:
    channel = _channel(pieces)
    starts = [at for at in range(len(channel.text)) if channel.text.startswith("KEY", at)]
    edits = [Edit(Span(start, start + 3), "CUT") for start in starts]
    dealt = {piece.event: these for piece, these in channel.deal_out(edits)}
    assert [splice(text, dealt.get(index, ())) for index, text in enumerate(pieces)] == edited


def test_the_piece_at_an_offset() -> None:
    channel = _channel(["ab", "", "c"])
    places = [(piece.event, offset) for piece, offset in map(channel.piece_at, range(4))]
    assert places == [(0, 0), (0, 1), (2, 0), (2, 1)]
